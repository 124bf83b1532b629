#ifndef C_CRYPTO_H
#define C_CRYPTO_H
#include <openssl/evp.h>
#endif
