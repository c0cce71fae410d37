#pragma once

// Lets all threads take small pieces of memory from the process's own heap. A heap that a thread has for itself grows
// page by page, with a call of the system for each: a program that makes a million texts waits for that longer than
// for anything else.
void machine_share_heap(void);

// Gives memory that nothing uses any more back to the system.
void machine_trim_heap(void);
