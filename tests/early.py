"""Loaded by pytest before Django: chooses the engine and shuts the way out."""

from tests import engines, sockets

engines.choose()
sockets.keep_inside()
