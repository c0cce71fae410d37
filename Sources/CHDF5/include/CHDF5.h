/// HDF5 files in memory, and a flat form of the same trees, little-endian:
///
///     node       group | dataset | 'N' for what is neither
///     group      'G', u32 number of attributes, (text, value)…, u32 number of members, (text, node)…
///     dataset    'D', kind ('f' float, 'i' integer, 'u' unsigned), u8 bytes of an element, u8 rank,
///                u64 lengths…, elements
///     value      'T', text | 'L', u32 number, text… | dataset | 'N'
///     text       u32 length, bytes
///
/// The library is loaded when it is first needed: linked, it and what it drags in would cost every start.
#ifndef CHDF5_H
#define CHDF5_H

#include <stddef.h>

enum hdf5_outcome {
    hdf5_done,
    /// The library is not installed.
    hdf5_no_library,
    /// The file cannot be read as what it claims to be.
    hdf5_damaged,
    hdf5_no_memory,
};

/// Bytes to be freed with `hdf5_free`.
struct hdf5_bytes {
    unsigned char *start;
    size_t count;
};

/// The flat form of a file. Files of strangers can crash the library or keep it busy for ever, so it reads
/// them in a process of its own, which may open nothing and has five seconds; `limit` bounds the bytes of
/// all elements.
enum hdf5_outcome hdf5_decode(
    const void *file, size_t count, size_t limit, struct hdf5_bytes *result);

/// The file of a flat form, whose root is a group.
enum hdf5_outcome hdf5_encode(const void *tree, size_t count, struct hdf5_bytes *result);

void hdf5_free(struct hdf5_bytes bytes);

#endif
