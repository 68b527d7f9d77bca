"""Work in other processes: every task has its result, whatever becomes of the process that had it."""

from __future__ import annotations

import os
import signal
import sys
import threading

import pytest

from factcheck.desk import limits
from factcheck.desk.limits import Overdue, limit_memory, time_limit
from factcheck.desk.workers import CAN_FORK, Bounds, Unfinished, cores, in_workers

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="workers are forks")
AMPLE = Bounds(seconds=60, memory=1 << 40)


def results(work, count=10, workers=3, bounds=AMPLE):
    come = list(in_workers(count, work, workers, bounds))
    assert sorted(number for number, _ in come) == list(range(count))
    return [result for _, result in sorted(come, key=lambda each: each[0])]


@pytest.mark.parametrize("workers", [1, 2, 5, 20])
def test_every_number_is_worked_on_once(workers):
    squares = results(lambda number: (number**2, os.getpid()), workers=workers)
    assert [square for square, _ in squares] == [number**2 for number in range(10)]
    assert os.getpid() not in {pid for _, pid in squares}


def test_there_may_be_nothing_to_do():
    assert results(lambda number: number, count=0) == []


def test_results_larger_than_a_pipe_come_whole():
    assert [len(result) for result in results(lambda number: bytes(number * 1_000_000), count=4)] == [
        0,
        1_000_000,
        2_000_000,
        3_000_000,
    ]


def test_a_worker_that_dies_loses_its_task_alone():
    def work(number):
        if number == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 5:
            os._exit(7)
        return number

    for workers in (1, 4):
        come = results(work, workers=workers)
        assert come[3] == Unfinished(why="SIGKILL")
        assert come[5] == Unfinished(why="exit status 7")
        assert [come[number] for number in (0, 1, 2, 4, 6, 7, 8, 9)] == [0, 1, 2, 4, 6, 7, 8, 9]


def test_a_task_without_end_is_given_up():
    def work(number):
        while number == 1:
            pass
        return number

    come = results(work, count=5, workers=2, bounds=Bounds(seconds=0.05, memory=AMPLE.memory))
    assert come == [0, Unfinished(is_overdue=True), 2, 3, 4]


def test_what_takes_too_much_memory_is_an_error_of_its_task():
    def work(number):
        return len(bytes(300_000_000)) if number == 1 else number

    come = results(work, count=3, workers=1, bounds=Bounds(seconds=60, memory=100_000_000))
    assert come == [0, Unfinished(why="MemoryError: "), 2]


def test_errors_and_what_cannot_be_sent_are_told():
    def work(number):
        if number == 0:
            raise KeyError("figure")
        return lambda: number

    raised, unsendable = results(work, count=2, workers=1)
    assert raised == Unfinished(why="KeyError: 'figure'")
    assert "lambda" in unsendable.why


def test_who_goes_away_leaves_no_process_behind():
    come = in_workers(100, lambda number: os.getpid(), 3, AMPLE)
    workers = {next(come)[1] for _ in range(3)}
    come.close()
    for pid in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_descriptors_are_given_back():
    def open_ones():
        return len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0  # noqa: PTH208

    before = open_ones()
    results(lambda number: number)
    assert open_ones() == before


# --- limits in one process ------------------------------------------------------------------------------------


def test_work_is_cut_short_in_this_process_too():
    with pytest.raises(Overdue), time_limit(0.01):
        while True:
            pass
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    with time_limit(60):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_other_threads_work_without_a_limit():
    done = []

    def work():
        with time_limit(60):
            done.append(signal.getitimer(signal.ITIMER_REAL))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [(0.0, 0.0)]


def test_where_there_is_no_limit_of_memory_there_is_none(monkeypatch):
    monkeypatch.setitem(sys.modules, "resource", None)
    limit_memory(1)
    assert len(bytes(1_000_000)) == 1_000_000
    assert limits.Overdue.__mro__[1] is BaseException


def test_the_processors_counted_are_those_that_may_be_used():
    assert 1 <= cores() <= (os.cpu_count() or 1)
