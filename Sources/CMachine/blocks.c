#include "blocks.h"
#include <pthread.h>
#include <sys/mman.h>

// More kinds of blocks than a training step has; what is kept beyond this size goes back to the system.
enum { KEPT_BLOCKS = 64 };
static const size_t kept_bytes_limit = (size_t)256 << 20;

struct block {
    void *start;
    size_t size;
};

// The oldest first.
static struct block kept[KEPT_BLOCKS];
static int kept_count;
static size_t kept_bytes;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t is_ready = PTHREAD_ONCE_INIT;

// A process that is copied while another thread holds the lock would wait for that thread forever.
static void before_copy(void) { pthread_mutex_lock(&lock); }
static void after_copy(void) { pthread_mutex_unlock(&lock); }
static void prepare(void) { pthread_atfork(before_copy, after_copy, after_copy); }

// Sizes that differ by less than this are the same.
static size_t rounded(size_t size) {
    const size_t grain = (size_t)64 << 10;
    return (size + grain - 1) / grain * grain;
}

static struct block removed(int place) {
    struct block block = kept[place];
    kept_count--;
    for (int i = place; i < kept_count; i++) kept[i] = kept[i + 1];
    kept_bytes -= block.size;
    return block;
}

static void give_up(size_t size) {
    for (size_t gone = 0; kept_count > 0 && gone < size;) {
        struct block block = removed(0);
        gone += block.size;
        munmap(block.start, block.size);
    }
}

static void *of_system(size_t size) {
    void *start = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (start == MAP_FAILED) return 0;
#ifdef MADV_HUGEPAGE
    madvise(start, size, MADV_HUGEPAGE);
#endif
    return start;
}

void *machine_block_take(size_t size) {
    size = rounded(size);
    pthread_once(&is_ready, prepare);
    pthread_mutex_lock(&lock);
    int place = kept_count - 1; // what was used last is still in the caches
    while (place >= 0 && kept[place].size != size) place--;
    void *start = place >= 0 ? removed(place).start : 0;
    if (!start) give_up(size);
    pthread_mutex_unlock(&lock);
    return start ? start : of_system(size);
}

void machine_block_give(void *start, size_t size) {
    size = rounded(size);
    pthread_mutex_lock(&lock);
    int keeps = kept_count < KEPT_BLOCKS && kept_bytes + size <= kept_bytes_limit;
    if (keeps) {
        kept[kept_count++] = (struct block){start, size};
        kept_bytes += size;
    }
    pthread_mutex_unlock(&lock);
    if (!keeps) munmap(start, size);
}
