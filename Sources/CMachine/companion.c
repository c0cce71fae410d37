#include "companion.h"
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// What an offer of work has come to.
enum { NONE, OFFERED, TAKEN, DONE };

// Far enough apart that no two threads write to one cache line, nor to the one that is fetched with it.
enum { APART = 128 };

// How long the companion waits awake: longer than the pauses between the layers of a training step.
static const long awake_nanoseconds = 200 * 1000;
// How long it is waited for: waking it usually takes less, and the work takes longer.
static const long patience_nanoseconds = 60 * 1000;

struct machine_companion {
    _Alignas(APART) atomic_int offer;
    void (*body)(void *context, int side);
    void *context;
    _Alignas(APART) atomic_int sleeps;
    pthread_mutex_t employed;
    pthread_mutex_t lock;
    pthread_cond_t call;
    struct {
        _Alignas(APART) atomic_uint count;
    } meetings[2];
};

static void pause_briefly(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}

static long nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000L + now.tv_nsec;
}

// Waits awake until the offer is `state`, but no longer than so many nanoseconds.
static int becomes(machine_companion *self, int state, long patience) {
    const int pauses_between_looks_at_the_clock = 64;
    long start = nanoseconds();
    do {
        for (int i = 0; i < pauses_between_looks_at_the_clock; i++) {
            if (atomic_load_explicit(&self->offer, memory_order_acquire) == state) return 1;
            pause_briefly();
        }
    } while (nanoseconds() - start < patience);
    return 0;
}

static int replaces(machine_companion *self, int before, int after) {
    return atomic_compare_exchange_strong(&self->offer, &before, after);
}

static void sleep_until_called(machine_companion *self) {
    pthread_mutex_lock(&self->lock);
    atomic_store(&self->sleeps, 1);
    while (atomic_load(&self->offer) != OFFERED) pthread_cond_wait(&self->call, &self->lock);
    atomic_store(&self->sleeps, 0);
    pthread_mutex_unlock(&self->lock);
}

static void *work(void *argument) {
    machine_companion *self = argument;
    for (;;) {
        if (!becomes(self, OFFERED, awake_nanoseconds)) sleep_until_called(self);
        if (!replaces(self, OFFERED, TAKEN)) continue;
        self->body(self->context, 1);
        atomic_store_explicit(&self->offer, DONE, memory_order_release);
    }
    return 0;
}

// Signals are for the threads that were there before.
static int starts(machine_companion *self) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    int failed = pthread_create(&thread, 0, work, self);
    pthread_sigmask(SIG_SETMASK, &before, 0);
    if (!failed) pthread_detach(thread);
    return !failed;
}

machine_companion *machine_companion_new(void) {
    void *memory = 0;
    if (posix_memalign(&memory, APART, sizeof(machine_companion))) return 0;
    memset(memory, 0, sizeof(machine_companion));
    machine_companion *self = memory;
    pthread_mutex_init(&self->employed, 0);
    pthread_mutex_init(&self->lock, 0);
    pthread_cond_init(&self->call, 0);
    if (starts(self)) return self;
    free(memory);
    return 0;
}

static void offer(machine_companion *self, void (*body)(void *, int), void *context) {
    self->body = body;
    self->context = context;
    for (int side = 0; side < 2; side++) atomic_store(&self->meetings[side].count, 0);
    atomic_store(&self->offer, OFFERED);
    if (!atomic_load(&self->sleeps)) return;
    pthread_mutex_lock(&self->lock);
    pthread_cond_signal(&self->call);
    pthread_mutex_unlock(&self->lock);
}

// The other thread may wait for the core that this one holds.
static void wait_until_done(machine_companion *self) {
    while (!becomes(self, DONE, patience_nanoseconds)) sched_yield();
    atomic_store(&self->offer, NONE);
}

int machine_companion_share(
    machine_companion *self, void (*body)(void *context, int side), void *context) {
    if (pthread_mutex_trylock(&self->employed)) return 0;
    offer(self, body, context);
    body(context, 0);
    if (replaces(self, OFFERED, NONE)) body(context, 1);
    else wait_until_done(self);
    pthread_mutex_unlock(&self->employed);
    return 1;
}

static int is_taken(machine_companion *self) {
    long start = nanoseconds();
    while (atomic_load_explicit(&self->offer, memory_order_acquire) == OFFERED) {
        if (nanoseconds() - start > patience_nanoseconds) return !replaces(self, OFFERED, NONE);
        pause_briefly();
    }
    return 1;
}

int machine_companion_join(
    machine_companion *self, void (*body)(void *context, int side), void *context) {
    if (pthread_mutex_trylock(&self->employed)) return 0;
    offer(self, body, context);
    int comes = is_taken(self);
    if (comes) {
        body(context, 0);
        wait_until_done(self);
    }
    pthread_mutex_unlock(&self->employed);
    return comes;
}

void machine_companion_meet(machine_companion *self, int side) {
    const int pauses_before_the_core_is_given_away = 2000;
    unsigned mine = atomic_load_explicit(&self->meetings[side].count, memory_order_relaxed) + 1;
    atomic_store_explicit(&self->meetings[side].count, mine, memory_order_release);
    atomic_uint *other = &self->meetings[1 - side].count;
    for (int pauses = 0; (int)(atomic_load_explicit(other, memory_order_acquire) - mine) < 0; pauses++) {
        if (pauses < pauses_before_the_core_is_given_away) pause_briefly();
        else sched_yield();
    }
}
