"""Calendar files (RFC 5545) of what this room keeps."""

from fiksummin.spaces.calendar.visits import address_of, address_of_site, file_of, method_of, uid_of

__all__ = ["address_of", "address_of_site", "file_of", "method_of", "uid_of"]
