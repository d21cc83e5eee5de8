"""Square codes that a phone's camera reads."""

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.pil import PilImage
from qrcode.main import QRCode


def svg(text: str, correction: int = ERROR_CORRECT_M) -> str:
    """Draw a text as a code, with the white edge that readers need.

    One line for each run of dark squares: a third of the bytes of a path around each square.
    """
    code = QRCode(error_correction=correction)
    code.add_data(text)
    rows = code.get_matrix()
    size = len(rows)
    lines = "".join(f"M{left} {at}.5h{length}" for at, row in enumerate(rows) for left, length in _dark(row))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path stroke="#000" d="{lines}"/></svg>'
    )


def png(text: str, size: int = 6) -> bytes:
    """Draw a text as a code in a file for letters, each square so many pixels wide."""
    code = QRCode(error_correction=ERROR_CORRECT_M, box_size=size)
    code.add_data(text)
    out = BytesIO()
    code.make_image(image_factory=PilImage).save(out, format="PNG")
    return out.getvalue()


def _dark(row: list[bool]) -> Iterator[tuple[int, int]]:
    """Give where each run of dark squares begins, and its length."""
    left = 0
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            yield left, length
        left += length
