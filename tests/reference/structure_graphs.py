"""Graphs of other families, of the same accounts, niches and mean follows as one that clout generated.

Graph files are read and written with h5py as docs/import.md describes them. Needs Debian's python3-h5py.
"""
import random
import shutil

import h5py
import numpy

SEED = 20260401
ROUNDS = 40  # of dealing anew what came twice
OLD_SHARE = 0.8  # of follows that go where earlier ones went: audiences fall as F^-(1 + 1 / OLD_SHARE), 2.25 as ours
LARGEST_SHARE = 0.08  # largest audience that grows, as in ours; stars are planted beside


def read(path):
    """Audience of each account, and the follower of each follow, by followee."""
    with h5py.File(path) as file:
        return numpy.diff(file["graph/indptr"][:]), file["graph/indices"][:]


def write(template, path, accounts, followers, followees):
    """A copy of the template's file with these follows, doubles and loops dropped."""
    code = numpy.unique(followees.astype(numpy.int64)[followers != followees] * accounts + followers[followers != followees])
    indptr = numpy.zeros(accounts + 1, dtype=numpy.int64)
    numpy.cumsum(numpy.bincount(code // accounts, minlength=accounts), out=indptr[1:])
    shutil.copyfile(template, path)
    with h5py.File(path, "r+") as file:
        # Audiences of planted rows are in the graph; elsewhere the rows would be other accounts'.
        if "influencers" in file:
            del file["influencers"]
        for name, values in (("indptr", indptr), ("indices", (code % accounts).astype(numpy.int32))):
            del file["graph"][name]
            file["graph"].create_dataset(name, data=values, track_times=False)


def twice(followers, followees, accounts):
    """Which follows repeat another one, or are of the account itself."""
    code = followees.astype(numpy.int64) * accounts + followers
    order = numpy.argsort(code, kind="stable")
    again = numpy.zeros(len(code), dtype=bool)
    again[order[1:]] = code[order[1:]] == code[order[:-1]]
    return again | (followers == followees)


def dealt(template, path):
    """Each account keeps its audience and, nearly, the number it follows; who follows whom is luck (configuration model).

    No niches in follows, no mutual follows and no triangles but by chance."""
    audiences, followers = read(template)
    accounts = len(audiences)
    followees = numpy.repeat(numpy.arange(accounts, dtype=numpy.int64), audiences)
    draws = numpy.random.Generator(numpy.random.Philox(SEED))
    followers = draws.permutation(followers).astype(numpy.int64)
    for _ in range(ROUNDS):
        bad = numpy.flatnonzero(twice(followers, followees, accounts))
        if not len(bad):
            break
        places = numpy.unique(numpy.concatenate([bad, draws.integers(len(followers), size=4 * len(bad))]))
        followers[places] = draws.permutation(followers[places])
    # What is left is the eager's: they run out of accounts that they do not follow. Others follow in their place, so that
    # audiences, which decide tiers, stay exact.
    while len(bad := numpy.flatnonzero(twice(followers, followees, accounts))):
        followers[bad] = draws.integers(accounts, size=len(bad))
    write(template, path, accounts, followers, followees)


def stars_of(audiences, accounts):
    """Accounts that a scenario planted with more followers than grow."""
    return [int(account) for account in numpy.flatnonzero(audiences > 0.2 * accounts)]


def grown_follows(accounts, follows, draw):
    """Price's model: accounts arrive one by one and follow earlier ones, mostly where earlier follows went."""
    largest = int(LARGEST_SHARE * accounts)
    audience = [0] * accounts
    followers, followees = [], []
    for account in range(1, accounts):
        # So that all that have arrived make their share; the earliest cannot, as there are too few to follow.
        wanted = min(account, follows * (account + 1) // accounts - len(followees))
        chosen = set()
        for _ in range(20 * wanted):
            if len(chosen) == wanted:
                break
            old = followees and draw() < OLD_SHARE
            target = followees[int(draw() * len(followees))] if old else int(draw() * account)
            if audience[target] < largest:
                chosen.add(target)
        for target in sorted(chosen):
            audience[target] += 1
            followees.append(target)
            followers.append(account)
    return numpy.array(followers, dtype=numpy.int64), numpy.array(followees, dtype=numpy.int64)


def attached(template, path):
    """Preferential attachment: the same number of follows, grown; then the same stars with the same audiences planted."""
    audiences, _ = read(template)
    accounts = len(audiences)
    stars = stars_of(audiences, accounts)
    planted = sum(int(audiences[star]) for star in stars)
    draw = random.Random(SEED)
    followers, followees = grown_follows(accounts, int(audiences.sum()) - planted, draw.random)
    # Niches lie one behind the other in a generated graph, so age must not go by number.
    number = numpy.random.Generator(numpy.random.Philox(SEED)).permutation(accounts)
    followers, followees = number[followers], number[followees]
    kept = ~numpy.isin(followees, stars)
    followers, followees = [followers[kept]], [followees[kept]]
    for star in stars:
        others = draw.sample([account for account in range(accounts) if account != star], int(audiences[star]))
        followers.append(numpy.array(others, dtype=numpy.int64))
        followees.append(numpy.full(len(others), star, dtype=numpy.int64))
    write(template, path, accounts, numpy.concatenate(followers), numpy.concatenate(followees))
