#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "CHDF5.h"
#include "library.h"

struct writer {
    const struct hdf5 *h5;
    const unsigned char *place, *end;
    /// How groups between are made, and how datasets are: without the time of day.
    hid_t links, plan;
    bool failed;
};

static const void *take(struct writer *w, size_t count) {
    static const unsigned char nothing[8];
    if (w->failed || (size_t)(w->end - w->place) < count) {
        w->failed = true;
        return nothing;
    }
    const void *bytes = w->place;
    w->place += count;
    return bytes;
}

static unsigned char take_byte(struct writer *w) { return *(const unsigned char *)take(w, 1); }

static uint32_t take_count(struct writer *w) {
    uint32_t count;
    memcpy(&count, take(w, 4), 4);
    return w->failed ? 0 : count;
}

/// A text as C has it; to be freed.
static char *take_text(struct writer *w) {
    uint32_t length = take_count(w);
    const void *bytes = take(w, length);
    char *text = calloc(1, (size_t)length + 1);
    if (text == NULL || w->failed) {
        w->failed = true;
        free(text);
        return NULL;
    }
    memcpy(text, bytes, length);
    return text;
}

static hid_t text_type(struct writer *w) {
    hid_t type = w->h5->H5Tcopy(*w->h5->text);
    w->h5->H5Tset_size(type, H5T_VARIABLE);
    w->h5->H5Tset_cset(type, H5T_CSET_UTF8);
    return type;
}

static void put_texts(struct writer *w, hid_t object, const char *name, bool is_list) {
    uint32_t count = is_list ? take_count(w) : 1;
    // Each text takes four bytes of the form at least.
    if (count > (size_t)(w->end - w->place) / 4) w->failed = true;
    if (w->failed) return;
    char **texts = calloc((size_t)count + 1, sizeof(char *));
    if (texts == NULL) w->failed = true;
    for (uint32_t i = 0; i < count && !w->failed; i++) texts[i] = take_text(w);
    hsize_t length = count;
    hid_t space = is_list ? w->h5->H5Screate_simple(1, &length, NULL) : w->h5->H5Screate(H5S_SCALAR);
    hid_t type = text_type(w);
    hid_t attribute = w->failed ? -1
        : w->h5->H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    if (attribute < 0 || w->h5->H5Awrite(attribute, type, texts) < 0) w->failed = true;
    if (attribute >= 0) w->h5->H5Aclose(attribute);
    w->h5->H5Tclose(type);
    w->h5->H5Sclose(space);
    for (uint32_t i = 0; texts != NULL && i < count; i++) free(texts[i]);
    free(texts);
}

static hid_t number_type(struct writer *w, unsigned char kind, unsigned char width) {
    if (kind == 'f') return w->h5->H5Tcopy(width == 8 ? *w->h5->float64 : *w->h5->float32);
    hid_t type = w->h5->H5Tcopy(*w->h5->int64);
    w->h5->H5Tset_size(type, width);
    w->h5->H5Tset_sign(type, kind == 'u' ? H5T_SGN_NONE : H5T_SGN_2);
    return type;
}

/// A dataset, or an attribute of numbers.
static void put_numbers(struct writer *w, hid_t object, const char *name, bool is_attribute) {
    const struct hdf5 *h5 = w->h5;
    unsigned char kind = take_byte(w), width = take_byte(w), rank = take_byte(w);
    if (rank > H5S_MAX_RANK) w->failed = true;
    hsize_t lengths[H5S_MAX_RANK];
    size_t bytes = width;
    for (int axis = 0; axis < rank && !w->failed; axis++) {
        uint64_t length;
        memcpy(&length, take(w, 8), 8);
        lengths[axis] = length;
        if (__builtin_mul_overflow(bytes, length, &bytes)) w->failed = true;
    }
    const void *elements = take(w, bytes);
    if (w->failed) return;
    hid_t type = number_type(w, kind, width);
    hid_t space = rank == 0 ? h5->H5Screate(H5S_SCALAR) : h5->H5Screate_simple(rank, lengths, NULL);
    hid_t made = is_attribute
        ? h5->H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT)
        : h5->H5Dcreate2(object, name, type, space, w->links, w->plan, H5P_DEFAULT);
    if (made < 0) {
        w->failed = true;
    } else if (is_attribute) {
        if (bytes > 0 && h5->H5Awrite(made, type, elements) < 0) w->failed = true;
        h5->H5Aclose(made);
    } else {
        if (bytes > 0 && h5->H5Dwrite(made, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, elements) < 0) {
            w->failed = true;
        }
        h5->H5Dclose(made);
    }
    h5->H5Tclose(type);
    h5->H5Sclose(space);
}

static void put_attribute(struct writer *w, hid_t object) {
    char *name = take_text(w);
    unsigned char kind = take_byte(w);
    if (w->failed) {
        free(name);
        return;
    }
    if (kind == 'D') {
        put_numbers(w, object, name, true);
    } else {
        put_texts(w, object, name, kind == 'L');
    }
    free(name);
}

static void put_group(struct writer *w, hid_t group) {
    uint32_t attributes = take_count(w);
    for (uint32_t i = 0; i < attributes && !w->failed; i++) put_attribute(w, group);
    uint32_t members = take_count(w);
    for (uint32_t i = 0; i < members && !w->failed; i++) {
        char *name = take_text(w);
        unsigned char kind = take_byte(w);
        if (w->failed) {
            free(name);
            return;
        }
        if (kind == 'D') {
            put_numbers(w, group, name, false);
        } else {
            hid_t inner = w->h5->H5Gcreate2(group, name, w->links, H5P_DEFAULT, H5P_DEFAULT);
            if (inner < 0 || kind != 'G') w->failed = true;
            if (!w->failed) put_group(w, inner);
            if (inner >= 0) w->h5->H5Oclose(inner);
        }
        free(name);
    }
}

/// The bytes of a file that lies in memory.
static bool take_image(struct writer *w, hid_t file, struct hdf5_bytes *result) {
    w->h5->H5Fflush(file, H5F_SCOPE_GLOBAL);
    ssize_t count = w->h5->H5Fget_file_image(file, NULL, 0);
    if (count < 0) return false;
    result->start = malloc((size_t)count + 1);
    result->count = (size_t)count;
    return result->start != NULL
        && w->h5->H5Fget_file_image(file, result->start, (size_t)count) == count;
}

enum hdf5_outcome hdf5_encode(const void *tree, size_t count, struct hdf5_bytes *result) {
    const struct hdf5 *h5 = hdf5_library();
    if (h5 == NULL) return hdf5_no_library;
    hdf5_lock();
    struct writer writer = {h5, tree, (const unsigned char *)tree + count, -1, -1, false};
    writer.links = h5->H5Pcreate(*h5->link_creation);
    h5->H5Pset_create_intermediate_group(writer.links, 1);
    writer.plan = h5->H5Pcreate(*h5->dataset_creation);
    h5->H5Pset_obj_track_times(writer.plan, 0);
    hid_t access = h5->H5Pcreate(*h5->file_access);
    h5->H5Pset_fapl_core(access, 1 << 16, 0);
    hid_t file = h5->H5Fcreate("memory", H5F_ACC_TRUNC, H5P_DEFAULT, access);
    hid_t root = file < 0 ? -1 : h5->H5Gopen2(file, "/", H5P_DEFAULT);
    if (root < 0 || take_byte(&writer) != 'G') writer.failed = true;
    if (!writer.failed) put_group(&writer, root);
    if (root >= 0) h5->H5Oclose(root);
    result->start = NULL;
    bool is_made = !writer.failed && take_image(&writer, file, result);
    if (file >= 0) h5->H5Fclose(file);
    h5->H5Pclose(access);
    h5->H5Pclose(writer.plan);
    h5->H5Pclose(writer.links);
    hdf5_unlock();
    if (is_made) return hdf5_done;
    hdf5_free(*result);
    return writer.failed ? hdf5_damaged : hdf5_no_memory;
}
