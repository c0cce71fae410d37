#include "library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>

static struct hdf5 library;
static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

// The number is that of the binary interface which the headers describe.
static const char *const names[] = {"libhdf5_serial.so.103", "libhdf5.so.103"};

static bool find_identifier(void *handle, const char *name, hid_t **place) {
    *place = dlsym(handle, name);
    return *place != NULL;
}

static void load(void) {
    void *handle = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names && handle == NULL; i++) {
        handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    }
    if (handle == NULL) return;
#define HDF5_FIND(name)                                                                               \
    *(void **)&library.name = dlsym(handle, #name);                                                   \
    if (library.name == NULL) return;
    HDF5_FUNCTIONS(HDF5_FIND)
    is_loaded = find_identifier(handle, "H5P_CLS_FILE_ACCESS_ID_g", &library.file_access)
        && find_identifier(handle, "H5P_CLS_DATASET_CREATE_ID_g", &library.dataset_creation)
        && find_identifier(handle, "H5P_CLS_LINK_CREATE_ID_g", &library.link_creation)
        && find_identifier(handle, "H5T_IEEE_F32LE_g", &library.float32)
        && find_identifier(handle, "H5T_IEEE_F64LE_g", &library.float64)
        && find_identifier(handle, "H5T_STD_I64LE_g", &library.int64)
        && find_identifier(handle, "H5T_C_S1_g", &library.text) && library.H5open() >= 0;
}

const struct hdf5 *hdf5_library(void) {
    pthread_once(&once, load);
    if (!is_loaded) return NULL;
    // The library would print its mistakes; the setting belongs to a thread.
    hdf5_lock();
    library.H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
    hdf5_unlock();
    return &library;
}

void hdf5_lock(void) { pthread_mutex_lock(&mutex); }
void hdf5_unlock(void) { pthread_mutex_unlock(&mutex); }
