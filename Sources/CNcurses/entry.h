// The description of one terminal: defines `ID` as what this machine has compiled for `NAME`, a name in
// the folder `INITIAL`, or as nothing.

#define PATH_TEXT(path) #path
#define PATH(root, initial, name) PATH_TEXT(root/initial/name)
#define IN_LIB(initial, name) PATH(/lib/terminfo, initial, name)
#define IN_SHARE(initial, name) PATH(/usr/share/terminfo, initial, name)

static const unsigned char ID[] = {
#if __has_embed(IN_LIB(INITIAL, NAME))
#embed IN_LIB(INITIAL, NAME)
#elif __has_embed(IN_SHARE(INITIAL, NAME))
#embed IN_SHARE(INITIAL, NAME)
#else
  0
#endif
};

#undef PATH_TEXT
#undef PATH
#undef IN_LIB
#undef IN_SHARE
#undef ID
#undef INITIAL
#undef NAME
