#ifndef C_HEAP_H
#define C_HEAP_H

/// Keeps freed memory in the process, up to what it once used, instead of giving it back.
void c_heap_keep_freed(void);

#endif
