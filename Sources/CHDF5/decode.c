#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CHDF5.h"
#include "library.h"

/// Deeper than models are nested; links may go in circles.
enum { depth_limit = 64, object_limit = 1 << 20, seconds = 5 };

struct reader {
    const struct hdf5 *h5;
    FILE *out;
    /// The bytes that elements may still take.
    uint64_t room;
    unsigned objects;
};

// What is too large ends the process: the file is not one that anybody saved.
static void give_up(void) { _exit(1); }

static void put_count(struct reader *r, uint32_t count) { fwrite(&count, 4, 1, r->out); }

static void put_text(struct reader *r, const char *text, size_t length) {
    put_count(r, (uint32_t)length);
    fwrite(text, 1, length, r->out);
}

static void *take_room(struct reader *r, uint64_t bytes) {
    if (bytes > r->room) give_up();
    r->room -= bytes;
    void *memory = calloc(1, bytes + 1);
    if (memory == NULL) give_up();
    return memory;
}

/// The lengths of a space and the number of its elements; false where it holds none.
static bool extent(
    struct reader *r, hid_t space, int *rank, hsize_t lengths[H5S_MAX_RANK], uint64_t *count) {
    H5S_class_t kind = r->h5->H5Sget_simple_extent_type(space);
    if (kind != H5S_SCALAR && kind != H5S_SIMPLE) return false;
    *rank = kind == H5S_SCALAR ? 0 : r->h5->H5Sget_simple_extent_dims(space, lengths, NULL);
    if (*rank < 0) return false;
    *count = 1;
    for (int axis = 0; axis < *rank; axis++) {
        if (__builtin_mul_overflow(*count, lengths[axis], count)) give_up();
    }
    return true;
}

/// The type that elements are read as; negative where they are no numbers.
static hid_t number_type(struct reader *r, hid_t stored, char *kind) {
    const struct hdf5 *h5 = r->h5;
    H5T_class_t class = h5->H5Tget_class(stored);
    size_t width = h5->H5Tget_size(stored);
    if (class == H5T_FLOAT) {
        *kind = 'f';
        return h5->H5Tcopy(width > 4 ? *h5->float64 : *h5->float32);
    }
    if (class == H5T_ENUM) {
        hid_t base = h5->H5Tget_super(stored);
        hid_t type = h5->H5Tget_class(base) == H5T_INTEGER ? h5->H5Tcopy(base) : -1;
        h5->H5Tclose(base);
        // Truth values: they are only read where they are bytes.
        *kind = 'i';
        return type >= 0 && h5->H5Tget_size(type) == 1 ? h5->H5Tcopy(stored) : -1;
    }
    if (class != H5T_INTEGER || (width != 1 && width != 2 && width != 4 && width != 8)) return -1;
    H5T_sign_t sign = h5->H5Tget_sign(stored);
    *kind = sign == H5T_SGN_NONE ? 'u' : 'i';
    hid_t type = h5->H5Tcopy(*h5->int64);
    h5->H5Tset_size(type, width);
    h5->H5Tset_sign(type, sign);
    return type;
}

/// Numbers of a dataset or an attribute, which `read` fetches.
static void put_numbers(
    struct reader *r, hid_t object, hid_t stored, hid_t space, bool is_attribute) {
    int rank;
    hsize_t lengths[H5S_MAX_RANK];
    uint64_t count, bytes;
    char kind = 0;
    hid_t type = number_type(r, stored, &kind);
    if (type < 0 || !extent(r, space, &rank, lengths, &count)) {
        fputc('N', r->out);
        return;
    }
    size_t width = r->h5->H5Tget_size(type);
    if (__builtin_mul_overflow(count, width, &bytes)) give_up();
    void *memory = take_room(r, bytes);
    herr_t failure = count == 0 ? 0
        : is_attribute ? r->h5->H5Aread(object, type, memory)
                       : r->h5->H5Dread(object, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, memory);
    if (failure < 0) give_up();
    fputc('D', r->out);
    fputc(kind, r->out);
    fputc((int)width, r->out);
    fputc(rank, r->out);
    for (int axis = 0; axis < rank; axis++) {
        uint64_t length = lengths[axis];
        fwrite(&length, 8, 1, r->out);
    }
    fwrite(memory, 1, bytes, r->out);
    free(memory);
    r->h5->H5Tclose(type);
}

/// Texts of an attribute: pointers where they vary in length, else one behind the other.
static void put_texts(struct reader *r, hid_t attribute, hid_t stored, hid_t space) {
    const struct hdf5 *h5 = r->h5;
    int rank;
    hsize_t lengths[H5S_MAX_RANK];
    uint64_t count, bytes;
    if (!extent(r, space, &rank, lengths, &count) || rank > 1) {
        fputc('N', r->out);
        return;
    }
    bool varies = h5->H5Tis_variable_str(stored) > 0;
    size_t width = varies ? sizeof(char *) : h5->H5Tget_size(stored);
    hid_t type = h5->H5Tcopy(*h5->text);
    h5->H5Tset_size(type, varies ? H5T_VARIABLE : width);
    h5->H5Tset_cset(type, h5->H5Tget_cset(stored));
    if (__builtin_mul_overflow(count, width, &bytes)) give_up();
    char *memory = take_room(r, bytes);
    if (count > 0 && h5->H5Aread(attribute, type, memory) < 0) give_up();
    fputc(rank == 0 ? 'T' : 'L', r->out);
    if (rank == 1) put_count(r, (uint32_t)count);
    for (uint64_t i = 0; i < count; i++) {
        const char *text = varies ? ((char **)(void *)memory)[i] : memory + i * width;
        if (text == NULL) text = "";
        size_t length = varies ? strlen(text) : strnlen(text, width);
        if (length > r->room) give_up();
        r->room -= length;
        put_text(r, text, length);
    }
    free(memory);
    h5->H5Tclose(type);
}

static void put_attributes(struct reader *r, hid_t object) {
    const struct hdf5 *h5 = r->h5;
    int count = h5->H5Aget_num_attrs(object);
    if (count < 0) give_up();
    put_count(r, (uint32_t)count);
    for (int i = 0; i < count; i++) {
        hid_t attribute = h5->H5Aopen_by_idx(
            object, ".", H5_INDEX_NAME, H5_ITER_INC, (hsize_t)i, H5P_DEFAULT, H5P_DEFAULT);
        char name[1024] = "";
        if (attribute < 0 || h5->H5Aget_name(attribute, sizeof name, name) < 0) give_up();
        put_text(r, name, strnlen(name, sizeof name));
        hid_t type = h5->H5Aget_type(attribute), space = h5->H5Aget_space(attribute);
        if (h5->H5Tget_class(type) == H5T_STRING) {
            put_texts(r, attribute, type, space);
        } else {
            put_numbers(r, attribute, type, space, true);
        }
        h5->H5Tclose(type);
        h5->H5Sclose(space);
        h5->H5Aclose(attribute);
    }
}

static void put_dataset(struct reader *r, hid_t dataset) {
    const struct hdf5 *h5 = r->h5;
    hid_t plan = h5->H5Dget_create_plist(dataset);
    hid_t type = h5->H5Dget_type(dataset), space = h5->H5Dget_space(dataset);
    H5D_layout_t layout = h5->H5Pget_layout(plan);
    // Elements may lie in other files, which are none of a note's business.
    if (layout == H5D_VIRTUAL || layout == H5D_LAYOUT_ERROR || h5->H5Pget_external_count(plan) != 0) {
        fputc('N', r->out);
    } else {
        put_numbers(r, dataset, type, space, false);
    }
    h5->H5Pclose(plan);
    h5->H5Tclose(type);
    h5->H5Sclose(space);
}

static void put_group(struct reader *r, hid_t group, int depth);

static void put_member(struct reader *r, hid_t group, const char *name, int depth) {
    H5L_info_t link;
    hid_t object = -1;
    if (r->h5->H5Lget_info(group, name, &link, H5P_DEFAULT) >= 0 && link.type == H5L_TYPE_HARD) {
        object = r->h5->H5Oopen(group, name, H5P_DEFAULT);
    }
    H5I_type_t kind = object < 0 ? H5I_BADID : r->h5->H5Iget_type(object);
    if (kind == H5I_GROUP) {
        put_group(r, object, depth + 1);
    } else if (kind == H5I_DATASET) {
        put_dataset(r, object);
    } else {
        fputc('N', r->out);
    }
    if (object >= 0) r->h5->H5Oclose(object);
}

static void put_group(struct reader *r, hid_t group, int depth) {
    H5G_info_t info;
    if (depth > depth_limit || r->h5->H5Gget_info(group, &info) < 0) give_up();
    r->objects += 1 + info.nlinks;
    if (info.nlinks > object_limit || r->objects > object_limit) give_up();
    fputc('G', r->out);
    put_attributes(r, group);
    put_count(r, (uint32_t)info.nlinks);
    for (hsize_t i = 0; i < info.nlinks; i++) {
        char name[1024] = "";
        if (r->h5->H5Lget_name_by_idx(
                group, ".", H5_INDEX_NAME, H5_ITER_INC, i, name, sizeof name, H5P_DEFAULT) < 0) {
            give_up();
        }
        put_text(r, name, strnlen(name, sizeof name));
        put_member(r, group, name, depth);
    }
}

/// What the process of its own does; it ends with 0 where all was read.
static void read_file(
    const struct hdf5 *h5, const void *file, size_t count, size_t limit, int descriptor) {
    static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGXCPU};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) signal(faults[i], SIG_DFL);
    FILE *out = fdopen(descriptor, "wb");
    struct rlimit nothing = {0, 0}, time = {seconds, seconds};
    setrlimit(RLIMIT_CORE, &nothing);
    setrlimit(RLIMIT_NOFILE, &nothing);
    setrlimit(RLIMIT_CPU, &time);
    hid_t access = h5->H5Pcreate(*h5->file_access);
    h5->H5Pset_fapl_core(access, 1 << 16, 0);
    h5->H5Pset_file_image(access, (void *)file, count);
    hid_t opened = h5->H5Fopen("memory", H5F_ACC_RDONLY, access);
    if (out == NULL || opened < 0) give_up();
    hid_t root = h5->H5Gopen2(opened, "/", H5P_DEFAULT);
    if (root < 0) give_up();
    struct reader reader = {h5, out, limit, 0};
    put_group(&reader, root, 0);
    _exit(fflush(out) == 0 ? 0 : 1);
}

/// Everything that a descriptor gives; false where memory is short.
static bool collect(int descriptor, struct hdf5_bytes *result) {
    size_t room = 1 << 16;
    result->start = malloc(room);
    result->count = 0;
    while (result->start != NULL) {
        ssize_t got = read(descriptor, result->start + result->count, room - result->count);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return true;
        result->count += (size_t)got;
        if (result->count < room) continue;
        room *= 2;
        unsigned char *larger = realloc(result->start, room);
        if (larger == NULL) free(result->start);
        result->start = larger;
    }
    return false;
}

enum hdf5_outcome hdf5_decode(
    const void *file, size_t count, size_t limit, struct hdf5_bytes *result) {
    const struct hdf5 *h5 = hdf5_library();
    int ends[2];
    if (h5 == NULL) return hdf5_no_library;
    if (pipe(ends) != 0) return hdf5_no_memory;
    hdf5_lock();
    pid_t process = fork();
    hdf5_unlock();
    if (process == 0) {
        close(ends[0]);
        read_file(h5, file, count, limit, ends[1]);
    }
    close(ends[1]);
    bool is_whole = process > 0 && collect(ends[0], result);
    close(ends[0]);
    int status = -1;
    while (process > 0 && waitpid(process, &status, 0) < 0 && errno == EINTR) {}
    if (is_whole && status == 0) return hdf5_done;
    if (!is_whole) return hdf5_no_memory;
    hdf5_free(*result);
    return hdf5_damaged;
}

void hdf5_free(struct hdf5_bytes bytes) { free(bytes.start); }
