"""A structured log without personal data."""

import json
import logging
from http import HTTPStatus

from fiksummin.core.time import now


class JsonLines(logging.Formatter):
    """One JSON object a line. An error keeps its traceback, never the values in it."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        line = {"at": now().isoformat(), "level": record.levelname, "name": record.name}
        line["message"] = self._words(record)
        line.update(getattr(record, "facts", {}))
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["trace"] = self._places(record)
        return json.dumps(line, default=str)

    def _words(self, record: logging.LogRecord) -> str:
        """Say what happened; Django's own words end in a path or a host, so of them only the constant part."""
        if not record.name.startswith("django."):
            return record.getMessage()
        status = getattr(record, "status_code", None)
        known = {one.value: one.phrase for one in HTTPStatus}
        return known.get(status, str(status)) if status else str(record.msg)

    def _places(self, record: logging.LogRecord) -> str:
        trace = record.exc_info[2] if record.exc_info else None
        places = []
        while trace:
            code = trace.tb_frame.f_code
            places.append(f"{code.co_filename.rsplit('/fiksummin/', 1)[-1]}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return " > ".join(places[-12:])
