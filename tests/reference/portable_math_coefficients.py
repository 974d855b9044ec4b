#!/usr/bin/python3
"""Prints the polynomials of sim/random/portable_math*.hpp, lowest power first (needs Debian's python3-mpmath).

Each is the Chebyshev fit, within a few per cent of the minimax polynomial, of what is left of the function after its
leading terms, which the code adds exactly. The error printed is that of the whole function relative to its value; half
an ulp is 1.1e-16 in double and 6e-8 in float.
"""
import mpmath as mp

mp.mp.dps = 50
LN2 = mp.log(2)


def exp_rest(r):  # e^r = 1 + r + r^2 Q(r)
    return mp.mpf(1) / 2 + r / 6 + r * r / 24 if abs(r) < mp.mpf(10) ** -16 else (mp.expm1(r) - r) / r**2


def exp2_rest(r):  # 2^r = 1 + r ln 2 + r^2 Q(r)
    return LN2**2 * exp_rest(r * LN2)


def log_rest(z):  # log((1 + s) / (1 - s)) = 2 s + s z P(z), z = s^2
    if z < mp.mpf(10) ** -12:
        return mp.mpf(2) / 3 + 2 * z / 5 + 2 * z * z / 7
    s = mp.sqrt(z)
    return (2 * mp.atanh(s) - 2 * s) / (s * z)


MILLS_CENTRE = mp.mpf(5)


def mills(t):  # upper tail / density, times (x + centre), as a function of t = (x - centre) / (x + centre)
    if t == 1:
        return mp.sqrt(1 / (2 * mp.pi))
    x = MILLS_CENTRE * (1 + t) / (1 - t)
    return (x + MILLS_CENTRE) * mp.exp(x * x / 2) * mp.erfc(x / mp.sqrt(2)) / 2


def show(name, function, interval, terms, weight):
    coefficients, _ = mp.chebyfit(function, interval, terms, error=True)
    low, high = interval
    worst = max(
        weight(x) * abs(mp.polyval(coefficients, x) - function(x))
        for x in (low + (high - low) * mp.mpf(i) / 2000 for i in range(2001)))
    print(f"{name}: {terms} terms on [{mp.nstr(low, 8)}, {mp.nstr(high, 8)}], error {mp.nstr(worst, 2)}")
    for c in reversed(coefficients):
        print(f"    {mp.nstr(c, 19)},")


HALF = LN2 / 2 * mp.mpf("1.0001")
EDGE = mp.mpf("0.02944")  # ((sqrt 2 - 1) / (sqrt 2 + 1))^2 is 0.029437
show("exp", exp_rest, [-HALF, HALF], 11, lambda r: r * r / mp.exp(r))
show("exp2", exp2_rest, [-mp.mpf(1) / 2, mp.mpf(1) / 2], 11, lambda r: r * r / mp.mpf(2) ** r)
show("log", log_rest, [mp.mpf(0), EDGE], 7, lambda z: z / 2)
show("exp, float", exp_rest, [-HALF, HALF], 5, lambda r: r * r / mp.exp(r))
show("log, float", log_rest, [mp.mpf(0), EDGE], 3, lambda z: z / 2)
LAST = mp.mpf(39)  # the tail beyond is below the smallest double
show("normal tail", mills, [mp.mpf(-1), (LAST - MILLS_CENTRE) / (LAST + MILLS_CENTRE)], 23, lambda t: 1 / mills(t))
