"""Loaded by pytest before Django: chooses the engine, shuts the way out, and leaves optional libraries aside."""

import os

from tests import engines, sockets

os.environ["FIKSUMMIN_VOIKKO"] = "0"  # what every machine has; with Voikko the same is measured by hand

engines.choose()
sockets.keep_inside()
