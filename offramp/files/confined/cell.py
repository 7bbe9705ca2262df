"""The lock on the inside: limits and a short list of system calls, before one hostile byte is looked at."""

import ctypes
import os
import resource
import struct

from offramp.files import limits

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
_CALL, _ARCHITECTURE, _THIRD_ARGUMENT = 0, 4, 32

# Reading and memory: no socket, no program, no process, no signal to others, no change of any file.
# Each with its number on x86-64 and on 64-bit ARM; None where that machine has no such call.
_CALLS: dict[str, tuple[int | None, int | None]] = {
    "read": (0, 63), "write": (1, 64), "close": (3, 57), "stat": (4, None), "fstat": (5, 80),
    "lstat": (6, None), "lseek": (8, 62), "mmap": (9, 222), "mprotect": (10, 226), "munmap": (11, 215),
    "brk": (12, 214), "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139),
    "pread64": (17, 67), "readv": (19, 65), "writev": (20, 66), "sched_yield": (24, 124),
    "mremap": (25, 216), "madvise": (28, 233), "getpid": (39, 172), "exit": (60, 93), "uname": (63, 160),
    "fcntl": (72, 25), "getcwd": (79, 17), "readlink": (89, None), "gettimeofday": (96, 169),
    "getrusage": (98, 165), "sysinfo": (99, 179), "sigaltstack": (131, 132), "gettid": (186, 178),
    "futex": (202, 98), "sched_getaffinity": (204, 123), "getdents64": (217, 61),
    "set_tid_address": (218, 96), "clock_gettime": (228, 113), "exit_group": (231, 94),
    "newfstatat": (262, 79), "readlinkat": (267, 78), "faccessat": (269, 48), "set_robust_list": (273, 99),
    "getrandom": (318, 278), "statx": (332, 291), "rseq": (334, 293), "faccessat2": (439, 439),
}  # fmt: skip
_OPENAT = (257, 56)
# Of the two machines we know: as the kernel names them, and in which column their numbers stand.
_MACHINES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}


class NotLocked(OSError):
    """The kernel, or this kind of machine, does not take the list of system calls."""


def lock() -> None:
    """Give up everything that reading one file does not need. Raises NotLocked."""
    limit()
    _allow_only(_filter())


def limit() -> None:
    """Set the limits alone: all there is where a person reads a file of their own outside the cell."""
    for what, most in (
        (resource.RLIMIT_AS, limits.MEMORY),
        (resource.RLIMIT_CPU, limits.CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 32),
    ):
        # A second of grace: the soft limit ends the child with a signal of its own, which tells why.
        grace = 1 if what == resource.RLIMIT_CPU else 0
        resource.setrlimit(what, (most, most + grace))


def _filter() -> bytes:
    try:
        architecture, column = _MACHINES[os.uname().machine]
    except KeyError:
        raise NotLocked(f"system calls of {os.uname().machine} are not known") from None
    lines = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_JUMP_IF_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _CALL),
    ]
    for numbers in _CALLS.values():
        if (number := numbers[column]) is not None:
            lines += [(_JUMP_IF_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ALLOW)]
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
    lines += [
        (_JUMP_IF_EQUAL, 0, 3, _OPENAT[column]),
        (_LOAD, 0, 0, _THIRD_ARGUMENT),
        (_JUMP_IF_ANY_BIT, 1, 0, writing),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("=HBBI", code, true, false, value) for code, true, false, value in lines)


def _allow_only(program: bytes) -> None:
    code = ctypes.create_string_buffer(program, len(program))
    described = struct.pack("@HP", len(program) // 8, ctypes.addressof(code))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or prctl(
        _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, described, 0, 0
    ):
        raise NotLocked(ctypes.get_errno(), "the kernel refused the list of system calls")
