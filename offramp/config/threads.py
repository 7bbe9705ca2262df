"""The two threads that the site runs on; whatever asks the database runs on one of them."""

from concurrent.futures import ThreadPoolExecutor

# More threads fight over the interpreter's lock: the slowest answers took seconds.
thread = ThreadPoolExecutor(max_workers=1)
# While a file is cleaned its thread only waits for a child, and everybody else is answered.
thread_for_files = ThreadPoolExecutor(max_workers=1)
