"""Minutes as bits: bit n of a number stands for the n-th minute of a range. Pure arithmetic.

A claim that begins or ends within a minute takes the whole of it, so for
ranges of whole minutes a bit tells the same as the claims themselves.
"""

from collections.abc import Mapping
from functools import lru_cache

DAY = 1440
"""Minutes of a chunk; chunks are counted from 1970, in UTC."""


def mask(length: int) -> int:
    """Give so many bits."""
    return (1 << length) - 1


def window(chunks: Mapping[int, int], first: int, length: int) -> int:
    """Cut so many minutes out of chunks, from a minute since 1970 on."""
    day, offset = divmod(first, DAY)
    bits = chunks.get(day, 0) >> offset
    have = DAY - offset
    while have < length:
        day += 1
        bits |= chunks.get(day, 0) << have
        have += DAY
    return bits & ((1 << length) - 1)


def mark(chunks: dict[int, int], start: int, end: int) -> None:
    """Take the minutes from start to end (since 1970, half-open)."""
    for day in range(start // DAY, (end - 1) // DAY + 1):
        first, last = max(start - day * DAY, 0), min(end - day * DAY, DAY)
        chunks[day] = chunks.get(day, 0) | ((1 << (last - first)) - 1) << first


def starts(free: int, length: int) -> int:
    """Tell at which minutes a free range of the length begins, for all of them at once."""
    have = 1
    while have < length and free:
        step = min(have, length - have)
        free &= free >> step
        have += step
    return free


def first(bits: int) -> int:
    """Give the place of the first bit; -1 without one."""
    return (bits & -bits).bit_length() - 1


@lru_cache(maxsize=4096)
def every(step: int, origin: int, length: int) -> int:
    """Give the bits of a range, beginning at a minute since 1970, that fall on a step of the clock."""
    bits = 0
    for minute in range(-origin % step, length, step):
        bits |= 1 << minute
    return bits


def earliest(bits: int, origin: int, length: int) -> int:
    """Choose the first start on five minutes of the clock, else the first at all; -1 without one."""
    return first(bits & every(5, origin, length) or bits)


def nearest(bits: int, wanted: int, origin: int, length: int) -> int:
    """Choose the start nearest to the one wanted, on a quarter of an hour if there is any; -1 without one."""
    bits = bits & every(15, origin, length) or bits & every(5, origin, length) or bits
    wanted = max(0, wanted)
    before, after = (bits & mask(wanted + 1)).bit_length() - 1, first(bits >> wanted)
    after = after + wanted if after >= 0 else -1
    if before < 0 or after < 0:
        return max(before, after)
    return before if wanted - before <= after - wanted else after
