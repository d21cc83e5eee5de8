"""Short jobs are done one after the other, and a long one keeps nobody."""

import threading
import time

import pytest

from fiksummin.core.serving.crew import Crew

PATIENCE = 20


def test_short_jobs_are_done_one_at_a_time_and_in_their_order() -> None:
    crew, at_work, seen, done = Crew(4, long=PATIENCE), [0], [], threading.Event()

    def job(number: int) -> None:
        at_work[0] += 1
        seen.append((number, at_work[0]))
        time.sleep(0.001)
        at_work[0] -= 1
        if number == 49:
            done.set()

    for number in range(50):
        crew.put(lambda number=number: job(number))
    assert done.wait(PATIENCE)
    assert seen == [(number, 1) for number in range(50)]


def test_one_thread_does_what_comes_while_it_is_at_work() -> None:
    crew, names, done = Crew(4, long=PATIENCE), set(), threading.Event()
    crew.put(lambda: time.sleep(0.1))
    for _job in range(20):
        crew.put(lambda: names.add(threading.current_thread().name))
    crew.put(done.set)
    assert done.wait(PATIENCE)
    assert len(names) == 1


@pytest.mark.parametrize("long_ones", [1, 3])
def test_who_takes_long_keeps_nobody(long_ones: int) -> None:
    crew, enough, done = Crew(4, long=0.01), threading.Event(), threading.Event()
    for _job in range(long_ones):
        crew.put(lambda: enough.wait(PATIENCE))
    for _job in range(20):
        crew.put(lambda: None)
    crew.put(done.set)
    assert done.wait(PATIENCE / 2)
    enough.set()


def test_all_that_take_long_are_waited_for_and_then_it_goes_on() -> None:
    crew, enough, done = Crew(2, long=0.01), threading.Event(), threading.Event()
    for _job in range(2):
        crew.put(lambda: enough.wait(PATIENCE))
    crew.put(done.set)
    assert not done.wait(0.2)
    enough.set()
    assert done.wait(PATIENCE)


def test_an_error_stops_nobody(caplog: pytest.LogCaptureFixture) -> None:
    crew, done = Crew(1), threading.Event()
    crew.put(lambda: 1 // 0)
    crew.put(done.set)
    assert done.wait(PATIENCE)
    assert "outside the application" in caplog.text


def test_many_from_many_sides_are_all_done_once() -> None:
    crew, counted, lock, done = Crew(4, long=0.001), [0], threading.Lock(), threading.Event()

    def job() -> None:
        time.sleep(0.002)
        with lock:
            counted[0] += 1
            if counted[0] == 400:
                done.set()

    threads = [threading.Thread(target=lambda: [crew.put(job) for _job in range(50)]) for _side in range(8)]
    for thread in threads:
        thread.start()
    assert done.wait(PATIENCE)
    time.sleep(0.05)
    assert counted == [400]
