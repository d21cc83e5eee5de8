"""The square code is the one that the library made, drawn with fewer bytes."""

import re

from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.svg import SvgPathImage
from qrcode.main import QRCode

from fiksummin.ui import qr

ADDRESS = "https://lab.example/fi/codes/8w6kTq9wJw2"


def test_each_dark_square_is_drawn_and_no_other() -> None:
    code = QRCode(error_correction=ERROR_CORRECT_M)
    code.add_data(ADDRESS)
    wanted = {
        (left, top) for top, row in enumerate(code.get_matrix()) for left, dark in enumerate(row) if dark
    }
    drawn = {
        (int(left) + step, int(top))
        for left, top, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", qr.svg(ADDRESS))
        for step in range(int(length))
    }
    assert drawn == wanted


def test_it_takes_fewer_bytes_than_the_library_s_own() -> None:
    code = QRCode(error_correction=ERROR_CORRECT_M, image_factory=SvgPathImage)
    code.add_data(ADDRESS)
    assert len(qr.svg(ADDRESS)) < len(code.make_image().to_string()) / 2
