"""WARC, the format of web crawlers (ISO 28500): from its bytes to its records to its pages.

`stream` unpacks, and goes on behind what is damaged; `records` cuts it into records; `http_body`
undoes what the transfer did to a page. What becomes of the pages is ../warc_file.py.
"""

from indexer.reader.warc.http_body import decode_body
from indexer.reader.warc.records import Broken, Record, read_records

__all__ = ["Broken", "Record", "decode_body", "read_records"]
