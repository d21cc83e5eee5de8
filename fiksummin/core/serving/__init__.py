"""Serving pages: one public port, several processes, Django's WSGI application behind uvicorn.

``sockets`` binds the port, ``supervisor`` keeps page processes and the worker alive, ``pages`` is what one
page process does, ``door`` and ``bridge`` stand between uvicorn and Django, ``environ`` and ``proxies``
decide what Django is told about a request. Measured reasons: ``docs/operations.md``.
"""
