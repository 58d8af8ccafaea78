"""The share of time and memory of a process, which the system keeps: by its limits, or on Windows by a job object."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

MEGABYTE = 1_000_000
TIME_IS_OVER = 1816  # how Windows ends a process that has used its time (ERROR_NOT_ENOUGH_QUOTA)
_PER_SECOND = 10_000_000  # in which Windows counts time
_PROCESS_TIME, _PROCESS_MEMORY, _DIE_WITHOUT_A_WORD = 0x2, 0x100, 0x400  # what a job limits
_EXTENDED_LIMITS = 9  # the number of the structure below


def limit(seconds: int, megabytes: int) -> None:
    """Take no more than so many seconds of computing and megabytes of memory from here on."""
    if sys.platform == "win32":
        _limit_by_job(seconds, megabytes)
        return
    import resource

    for kind, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, megabytes * MEGABYTE)):
        _, hard = resource.getrlimit(kind)
        with suppress(ValueError):  # macOS knows a limit of address space and takes none
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


class JobLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, its inner structures written out."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("most_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_of_process", ctypes.c_size_t),
        ("peak_of_job", ctypes.c_size_t),
    )


if sys.platform == "win32":

    def _limit_by_job(seconds: int, megabytes: int) -> None:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
        limits = JobLimits(process_time=seconds * _PER_SECOND, process_memory=megabytes * MEGABYTE)
        limits.flags = _PROCESS_TIME | _PROCESS_MEMORY | _DIE_WITHOUT_A_WORD
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
