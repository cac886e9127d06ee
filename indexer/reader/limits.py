"""How much a source may ask of us, each cap with its reason."""

MEGABYTE = 1_000_000

# Bytes of a file, code points of a record's text. The longest newspaper article is below 1 MB, a
# saved page with everything inlined below 10.
MAXIMUM_DOCUMENT = 20 * MEGABYTE

# Bytes of a page that a browser saved with its pictures in one file; as it is read they go.
MAXIMUM_SAVED_PAGE = 100 * MEGABYTE

# Bytes of the head of a WARC record, of an HTTP response, of the heads of an MHTML file. Cookies
# make the longest honest ones; servers themselves stop at 8 to 64 KB.
MAXIMUM_HEAD = 256_000

# Digits of a length of a WARC record: a petabyte.
MAXIMUM_LENGTH_DIGITS = 15

# Records of a WARC that are broken. With each up to 20 MB are looked through for the next record,
# in some 20 ms; a file with more is no WARC any more.
MAXIMUM_BROKEN_RECORDS = 1_000

# Parts of an MHTML file: a page of many pictures has some hundreds.
MAXIMUM_PARTS = 10_000

# Bytes of a line of JSONL or CSV: a whole document, each Arabic letter of it as six bytes \uXXXX.
# Parsed JSON may take twenty times its bytes, so this also bounds the memory of the build.
MAXIMUM_LINE = 60 * MEGABYTE

# Bytes of a side-car: a title and a list of names.
MAXIMUM_SIDECAR = MEGABYTE

# How many times its size a compressed file may grow. JSONL of news shrinks to a fifth, a page of
# repeated markup to a fiftieth; zlib's utmost, a file of one byte repeated, is 1,032.
MAXIMUM_RATIO = 200

# What a compressed file may always grow to: the ratio of a small file says nothing.
ALWAYS_ALLOWED = 64 * MEGABYTE

# Bytes of a zip's directory. zipfile reads it at once and makes about 600 bytes of every entry of
# 46 or more, so this is some 200 MB in memory, and 150,000 members of usual names.
MAXIMUM_ZIP_DIRECTORY = 16 * MEGABYTE

# Code points of a record's own id, of a title, byline, name of an outlet or person, of a URL: far
# above what newspapers print, far below what hurts a page.
MAXIMUM_ID = 1_000
MAXIMUM_FIELD = 2_000
MAXIMUM_PERSONS = 1_000
