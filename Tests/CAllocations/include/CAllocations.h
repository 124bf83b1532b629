#pragma once

/// How often this thread has asked for memory: the tests' own malloc, calloc, realloc and the
/// aligned ones count, and hand on to the library's.
long c_allocations(void);
