# The numbers that tests/stats compare with, from R's own functions: Rscript figures.R (R 4.2.2, base packages only).
show <- function(name, value) cat(sprintf("%-34s %s\n", name, paste(sprintf("%.10g", value), collapse = " ")))

a <- c(10.1, 12.4, 9.7, 14.2, 11.0, 13.3)
b <- c(9.2, 10.9, 9.9, 12.0, 10.1, 11.2)
c <- c(8.4, 15.1, 11.8, 9.9)

paired <- t.test(a, b, paired = TRUE)
show("paired mean low high", c(paired$estimate, paired$conf.int))
show("paired low high at 1 - 0.05 / 4", t.test(a, b, paired = TRUE, conf.level = 1 - 0.05 / 4)$conf.int)
welch <- t.test(a, c)
show("welch mean df low high", c(-diff(welch$estimate), welch$parameter, welch$conf.int))
show("pairing gain", (var(a) + var(b)) / var(a - b))

d <- a - b
n <- length(d)
t <- mean(d) / (sd(d) / sqrt(n))
limit <- function(p, t, df) uniroot(function(delta) pt(t, df, delta) - p, c(-30, 30), tol = 1e-12)$root
show("paired d, low, high", c(mean(d) / sd(d), limit(0.975, t, n - 1) / sqrt(n), limit(0.025, t, n - 1) / sqrt(n)))
unit <- sqrt((var(a) + var(b)) / 2)
show("standardised d, low, high",
     c(mean(d), limit(0.975, t, n - 1) * sd(d) / sqrt(n), limit(0.025, t, n - 1) * sd(d) / sqrt(n)) / unit)

show("chance mean, further", c(pt(t, n - 1), pt(mean(d) / (sd(d) * sqrt(1 + 1 / n)), n - 1)))
power <- function(delta, type, level) power.t.test(power = 0.8, delta = delta, sd = 1, type = type, sig.level = level)$n
show("pairs for d 0.5, 0.1, 0.5 at 1%", c(power(0.5, "paired", 0.05), power(0.1, "paired", 0.05), power(0.5, "paired", 0.01)))
show("per arm for d 0.5 of two samples", power(0.5, "two.sample", 0.05))
show("power of 20 pairs at d 0.5", power.t.test(n = 20, delta = 0.5, sd = 1, type = "paired")$power)

x <- c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8)
show("median, quartile by type 7", quantile(x, c(0.5, 0.25), type = 7))
# 95% interval of the median: order statistics r and n + 1 - r with the largest r whose tail is at most 2.5%.
r <- qbinom(0.025, length(x), 0.5)
show("median's ranks and coverage", c(r, length(x) + 1 - r, 1 - 2 * pbinom(r - 1, length(x), 0.5)))
show("median low high", sort(x)[c(r, length(x) + 1 - r)])

# Behrens-Fisher: the chance that the mean of a is above that of c, means and a further value, by integration.
above <- function(further) {
  scale <- function(v) sd(v) * sqrt(further + 1 / length(v))
  density <- function(z) dt(z, length(a) - 1) * pt((mean(a) + scale(a) * z - mean(c)) / scale(c), length(c) - 1)
  integrate(density, -Inf, Inf, rel.tol = 1e-10)$value
}
show("independent: mean, further", c(above(0), above(1)))

show("paired p", t.test(a, b, paired = TRUE)$p.value)
show("holm", p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"))
