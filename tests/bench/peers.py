#!/usr/bin/env python3
"""clout beside other programs: generating a graph, and the daily push of posts, the same work on the same graph.

  /usr/bin/python3 tests/bench/peers.py build/bench --mesa ../mesa --mason ../mason

Peers are what Debian packages (python3-numpy, python3-numba, python3-igraph, python3-networkx; openjdk for MASON) and what a
path names: checkouts of github.com/projectmesa/mesa (its tag v3.3.1 runs on Debian 12's Python 3.11, and wants python3-pandas,
python3-scipy and python3-tqdm) and of github.com/eclab/mason. What is missing is left out, and said.

Debian's python3-scipy, and so python3-numba, cannot be installed beside Boost 1.81. Unpacked they work as well:

  apt-get download python3-numba python3-llvmlite python3-scipy python3-tqdm
  for each in *.deb; do dpkg -x "$each" /tmp/peers; done
  export PYTHONPATH=/tmp/peers/usr/lib/python3/dist-packages

Each peer runs the days of the workload (peers/workload.py) until all are done or its time is up. A peer that delivers other
posts than clout, or shows them to more or fewer, ends the script with an error.
"""
import argparse
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "peers"))


def parser():
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("bench", type=pathlib.Path, help="the folder of the built programs, such as build/bench")
    made.add_argument("--accounts", type=int, default=100_000, help="of the push workload (%(default)s)")
    made.add_argument("--small-accounts", type=int, default=100_000,
                      help="at most, for libraries that loop in Python over a graph of objects (%(default)s)")
    made.add_argument("--generated-accounts", type=int, default=100_000, help="of the generated graphs (%(default)s)")
    made.add_argument("--days", type=int, default=100, help="of the push workload (%(default)s)")
    made.add_argument("--seconds", type=float, default=10, help="after which a peer begins no further day (%(default)s)")
    made.add_argument("--threads", type=int, default=2, help="beside one (%(default)s)")
    made.add_argument("--mesa", type=pathlib.Path, help="a checkout of Mesa")
    made.add_argument("--mason", type=pathlib.Path, help="a checkout of MASON")
    made.add_argument("--json", action="store_true")
    return made


def main():
    options = parser().parse_args()
    import generation
    import push

    left_out = []
    made = {"generation": generation.rows_of(options.bench / "clout", options.generated_accounts, left_out),
            "push": push.measured(options, left_out), "left_out": left_out}
    if options.json:
        print(json.dumps(made, indent=1))
        return
    print(generation.text(made["generation"]), push.text(made["push"]), *left_out, sep="\n")


if __name__ == "__main__":
    main()
