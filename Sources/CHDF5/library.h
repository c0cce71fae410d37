/// The functions of libhdf5, found when they are first needed.
#ifndef CHDF5_LIBRARY_H
#define CHDF5_LIBRARY_H

#include <hdf5/serial/hdf5.h>

// The header's constants would start the library themselves, and so need it linked.
#undef H5OPEN
#undef H5CHECK
#define H5OPEN
#define H5CHECK

#define HDF5_FUNCTIONS(each)                                                                          \
    each(H5open) each(H5Eset_auto2) each(H5Pcreate) each(H5Pclose) each(H5Pset_fapl_core)             \
    each(H5Pset_file_image) each(H5Pset_create_intermediate_group) each(H5Pget_layout)                \
    each(H5Pget_external_count) each(H5Pset_obj_track_times) each(H5Fopen) each(H5Fcreate)            \
    each(H5Fclose) each(H5Fflush) each(H5Fget_file_image) each(H5Gopen2) each(H5Gcreate2)             \
    each(H5Gget_info) each(H5Lget_name_by_idx) each(H5Lget_info) each(H5Oopen) each(H5Oclose)         \
    each(H5Iget_type) each(H5Aget_num_attrs) each(H5Aopen_by_idx) each(H5Aget_name)                   \
    each(H5Aget_type) each(H5Aget_space) each(H5Aread) each(H5Aclose) each(H5Acreate2)                \
    each(H5Awrite) each(H5Tcopy) each(H5Tclose) each(H5Tset_size) each(H5Tget_size)                   \
    each(H5Tget_class) each(H5Tget_sign) each(H5Tset_sign) each(H5Tget_super) each(H5Tget_cset)       \
    each(H5Tset_cset) each(H5Tis_variable_str) each(H5Screate) each(H5Screate_simple)                 \
    each(H5Sclose) each(H5Sget_simple_extent_ndims) each(H5Sget_simple_extent_dims)                   \
    each(H5Sget_simple_extent_type) each(H5Dcreate2) each(H5Dwrite) each(H5Dread) each(H5Dclose)      \
    each(H5Dget_type) each(H5Dget_space) each(H5Dget_create_plist)

/// The library's functions, and its identifiers, which it fills in when it starts.
struct hdf5 {
#define HDF5_MEMBER(name) __typeof__(&name) name;
    HDF5_FUNCTIONS(HDF5_MEMBER)
#undef HDF5_MEMBER
    hid_t *file_access, *dataset_creation, *link_creation;
    hid_t *float32, *float64, *int64, *text;
};

/// The library, started; nothing where it is not installed.
const struct hdf5 *hdf5_library(void);

/// Held while the library works or a process is forked, so that no process begins with its locks taken.
void hdf5_lock(void);
void hdf5_unlock(void);

#endif
