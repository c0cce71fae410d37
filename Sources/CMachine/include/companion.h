#pragma once

// A second thread for work of microseconds. Between two calls it stays awake for a while, since waking a thread
// takes as long as many steps of a recurrent layer.
typedef struct machine_companion machine_companion;

// A thread that waits for its first call; null where the system gives none.
machine_companion *machine_companion_new(void);

// Calls body(context, 0) on this thread and body(context, 1) on either thread, in any order or at once.
// Returns 0, with nothing called, while the companion works for somebody else.
int machine_companion_share(
    machine_companion *companion, void (*body)(void *context, int side), void *context);

// Calls body(context, 0) on this thread and body(context, 1) on the companion, both at once, so that the two may
// meet. Returns 0, with nothing called, where the companion does not come soon.
int machine_companion_join(
    machine_companion *companion, void (*body)(void *context, int side), void *context);

// Waits until the other side has called this as often, and sees what it wrote before.
void machine_companion_meet(machine_companion *companion, int side);
