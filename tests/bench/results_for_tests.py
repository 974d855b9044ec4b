"""Results as performance_measure.py gathers them, of round numbers: on one market, two, and a large one."""


def days(seconds, exposures):
    return {"day_seconds": seconds, "deliveries": 20e6, "exposures": exposures, "deliveries_per_second": 20e6 / seconds,
            "phase_seconds": {"plan": 0.1 * seconds, "attend": 0.0, "show": 0.4 * seconds, "react": 0.5 * seconds},
            "deliveries_per_second_showing": 50e6 / seconds, "exposures_per_second": exposures / seconds,
            "exposures_per_second_show_and_react": exposures / (0.9 * seconds), "ns_per_exposure": 1e9 * seconds / exposures}


def run(accounts, follows, day_seconds):
    bounds = {"bare_loop_scalar_per_second": 2e8, "bare_loop_simd_per_second": 4e8, "triad_bytes_per_second": 2e10,
              "random_reads_per_second": 8e7}
    return {"machine": {each: each for each in ("cores", "processor", "l1", "l2", "l3", "memory", "system", "compiler")},
            "accounts": accounts, "follows": follows, "threads": 2, "days_timed": 5, "market_seconds": 1.0,
            "generation": {"seconds": follows / 20e6, "follows_per_second": 20e6}, "one_thread": days(2 * day_seconds, accounts * 3),
            "all_threads": days(day_seconds, accounts * 3), "bounds_one_thread": bounds, "bounds_all_threads": bounds,
            "writing": {"seconds": 0.1, "share_of_run": 0.001},
            "memory": {"peak_bytes": 1e9, "state_bytes_per_follow": 8, "state_bytes_per_consumer": 126},
            "tenth_of_posts": days(0.2 * day_seconds, accounts * 0.3)}


def push_row(name, accounts, threads, rate):
    return {"name": name, "accounts": accounts, "threads": threads, "deliveries_per_second": rate}


def ensemble_turn(every):
    return {"one": 30, "one_processor": 30, "all": every, "all_processor": 31, "alone": 15, "beside": 16}


def results():
    """All targets are met but that of Mesa's agents; Repast HPC is not measured."""
    own = {"accounts": 1_000_000, "days": 100, "push": [push_row("clout, by jumps", 1_000_000, 2, 9e8)],
           "full_model": [push_row("clout, full model", 1_000_000, 2, 2e8)]}
    return {"commit": "0123456789ab", "repetitions": 5,
            "runs": [run(100_000, 3_000_000, 0.006), run(1_000_000, 30_000_000, 0.06), run(10_000_000, 500_000_000, 0.7)],
            "benches": {"engine": [{"name": "bound_random_reads/accounts:100000/threads:1/iterations:3/manual_time", "ns": 2e6,
                                    "items_per_second": 8e7}]},
            "study": {"accounts": 1_000_000, "seconds": 500, "threads": 2, "scaled": True},
            "ensemble": {"replicates": 4, "threads": 2, "turns": [ensemble_turn(every) for every in (16, 15, 40)]},
            "siblings": [{"accounts": 50_000, "arms": 5, "days": 10, "side_by_side_seconds": 2.0, "one_by_one_seconds": 5.0,
                          "tenths": [{"days": day, "processor_ms_a_day": 10.0 * day, "edges_parted": 0.001 * day, "consumers_parted": 0.01,
                                      "views_parted": 0.02} for day in (1, 10)]}],
            "peers": {"generation": [{"generator": "clout", "accounts": 10, "edges": 20, "edges_per_cpu_second": 1e7, "reciprocity": 0.3,
                                      "transitivity": 0.1, "local_clustering": 0.2}],
                      "left_out": ["Repast HPC is left out."],
                      "push": {"clout": {"large": own}, "published": {"MASON": 14e6, "Repast HPC": 1.2e6},
                               "rows": [push_row("MASON, network", 1_000_000, 1, 10e6), push_row("Mesa, agents", 1_000_000, 1, 3e6)]}}}
