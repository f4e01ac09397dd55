/* What the NDK's crtbegin_so.o gives a library: its handle, and destructors that run when it is unloaded. */
extern void __cxa_finalize(void *);
extern int __cxa_atexit(void (*)(void *), void *, void *);
__attribute__((visibility("hidden"))) void *__dso_handle = &__dso_handle;
__attribute__((visibility("hidden"))) int atexit(void (*f)(void)) {
  return __cxa_atexit((void (*)(void *))f, 0, &__dso_handle);
}
__attribute__((destructor)) static void fini(void) { __cxa_finalize(&__dso_handle); }
