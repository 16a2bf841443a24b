"""The peers that speak Python. Reads a map's arrays from a folder (see bench/src/peers/graph-arrays.ts) and answers
lines of JSON on standard input, {"peer", "question", ...}, with {"ms"} or {"error"}; a question's answer goes to a
file where the line names one. Graphs are built before anything is timed, of the links that block, the shortest of
several between the same two; a link costs its slack and its customer's buffer.
"""

import gc
import importlib
import importlib.metadata
import json
import sys
import time

import numpy as np

folder = sys.argv[1]


def read(name, kind=np.int32):
    ending = {np.int32: "i32", np.float64: "f64"}[kind]
    return np.fromfile(f"{folder}/{name}.{ending}", dtype=kind)


provider, customer, slack = read("provider"), read("customer"), read("slack")
blocking, buffer, chance = read("isBlocking"), read("buffer"), read("liveChance", np.float64)
is_customer, weight = read("isCustomer"), read("weight", np.float64)
parties = len(buffer)

order = np.lexsort((slack, customer, provider))
order = order[blocking[order] == 1]
pairs = provider[order].astype(np.int64) * parties + customer[order]
order = order[np.concatenate(([True], pairs[1:] != pairs[:-1]))] if len(order) else order
source, target = provider[order], customer[order]
cost = (slack[order] + buffer[target]).astype(np.float64)

built = {}


def once(name, build):
    if name not in built:
        built[name] = build()
    return built[name]


def timed(work):
    """Milliseconds and what came out; the collector waits, or a large graph's survey would count as work."""
    gc.disable()
    start = time.perf_counter()
    result = work()
    took = (time.perf_counter() - start) * 1000
    gc.enable()
    return took, result


def igraph_graph():
    import igraph

    edges = np.column_stack((source, target)).tolist()
    graph = igraph.Graph(n=parties, edges=edges, directed=True)
    graph.es["cost"] = cost.tolist()
    return graph


def igraph_delay(asked):
    graph = once("igraph", igraph_graph)
    took, rows = timed(lambda: graph.distances(source=[asked["origin"]], weights="cost", mode="out"))
    return took, lambda: left(np.array(rows[0]), asked["minutes"])


def igraph_exposure(asked):
    """Distances from all teams to all external customers, as they are asked for: one row a team."""
    graph = once("igraph", igraph_graph)
    teams, customers = np.flatnonzero(is_customer == 0), np.flatnonzero(is_customer)
    took, rows = timed(
        lambda: graph.distances(
            source=teams.tolist(), target=customers.tolist(), weights="cost", mode="out"
        )
    )

    def exposure():
        sum_of = np.zeros(parties)
        for u, row in zip(teams, rows):
            sum_of[u] = weight[customers] @ left(np.array(row), asked["minutes"])
        return sum_of

    return took, exposure


def igraph_exposure_backwards(asked):
    """The same pairs from the customers backwards: there are fewer of them than of teams."""
    graph = once("igraph", igraph_graph)
    customers = np.flatnonzero(is_customer).tolist()
    took, rows = timed(lambda: graph.distances(source=customers, weights="cost", mode="in"))

    def exposure():
        sum_of = np.zeros(parties)
        for x, row in zip(customers, rows):
            felt = weight[x] * left(np.array(row), asked["minutes"])
            sum_of += np.where(is_customer == 1, 0, felt)
        return sum_of

    return took, exposure


def igraph_gateways(asked):
    graph = once("igraph", igraph_graph)
    took, tree = timed(lambda: graph.dominator(asked["customer"], mode="in"))
    next_gateway = lambda: np.array([-1 if v is None or v != v or v < 0 else int(v) for v in tree])
    return took, next_gateway


def rustworkx_graph():
    import rustworkx

    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(parties))
    graph.add_edges_from(list(zip(source.tolist(), target.tolist(), cost.tolist())))
    return graph


def rustworkx_delay(asked):
    import rustworkx

    graph = once("rustworkx", rustworkx_graph)
    took, found = timed(
        lambda: rustworkx.digraph_dijkstra_shortest_path_lengths(graph, asked["origin"], float)
    )
    return took, lambda: left(spread(dict(found), asked["origin"]), asked["minutes"])


def networkx_graph():
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(range(parties))
    graph.add_weighted_edges_from(zip(source.tolist(), target.tolist(), cost.tolist()), weight="cost")
    return graph


def networkx_delay(asked):
    import networkx

    graph = once("networkx", networkx_graph)
    took, found = timed(
        lambda: networkx.single_source_dijkstra_path_length(
            graph, asked["origin"], cutoff=asked["minutes"], weight="cost"
        )
    )
    return took, lambda: left(spread(found, asked["origin"]), asked["minutes"])


def scipy_graph():
    from scipy.sparse import csr_array

    return csr_array((cost, (source, target)), shape=(parties, parties))


def scipy_delay(asked):
    from scipy.sparse.csgraph import dijkstra

    graph = once("scipy", scipy_graph)
    took, row = timed(lambda: dijkstra(graph, indices=asked["origin"], limit=asked["minutes"]))
    return took, lambda: left(row, asked["minutes"])


def scipy_exposure_backwards(asked):
    from scipy.sparse.csgraph import dijkstra

    back = once("scipy, back", lambda: scipy_graph().T.tocsr())
    customers = np.flatnonzero(is_customer)
    took, rows = timed(lambda: dijkstra(back, indices=customers, limit=asked["minutes"]))

    def exposure():
        felt = weight[customers] @ left(rows, asked["minutes"])
        return np.where(is_customer == 1, 0, felt)

    return took, exposure


def cynetdiff_model():
    from array import array

    from cynetdiff.models import IndependentCascadeModel

    can = np.flatnonzero(chance > 0)
    can = can[np.argsort(provider[can], kind="stable")]
    starts = np.searchsorted(provider[can], np.arange(parties))
    return IndependentCascadeModel(
        array("I", starts.tolist()),
        array("I", customer[can].tolist()),
        activation_probs=array("f", chance[can].tolist()),
        rng=np.random.default_rng(1),
    )


def cynetdiff_defect(asked):
    model = once("cynetdiff", cynetdiff_model)
    model.set_seeds([asked["origin"]])
    worlds = asked["worlds"]
    reached = np.zeros(worlds)

    def cascades():
        for world in range(worlds):
            model.reset_model()
            model.advance_until_completion()
            reached[world] = model.get_num_activated_nodes()

    took, _ = timed(cascades)
    return took, lambda: np.array([reached.mean(), reached.std() / np.sqrt(worlds)])


def spread(found, origin):
    distance = np.full(parties, np.inf)
    distance[np.fromiter(found.keys(), dtype=np.int64)] = np.fromiter(found.values(), dtype=np.float64)
    distance[origin] = 0
    return distance


def left(distance, minutes):
    """What is left of a delay after so much was absorbed on the way."""
    return np.maximum(0, minutes - distance)


questions = {
    "igraph": {
        "delay": igraph_delay,
        "exposure": igraph_exposure,
        "exposure backwards": igraph_exposure_backwards,
        "gateways": igraph_gateways,
    },
    "rustworkx": {"delay": rustworkx_delay},
    "scipy": {"delay": scipy_delay, "exposure backwards": scipy_exposure_backwards},
    "networkx": {"delay": networkx_delay},
    "cynetdiff": {"defect": cynetdiff_defect},
}


def version_of(name):
    try:
        importlib.import_module(name)
        return importlib.metadata.version(name)
    except Exception:
        return None


print(json.dumps({"ready": {name: version_of(name) for name in questions}}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    try:
        took, answer = questions[asked["peer"]][asked["question"]](asked)
        if "file" in asked:
            answer().astype(np.float64).tofile(asked["file"])
        print(json.dumps({"ms": took}), flush=True)
    except Exception as error:
        print(json.dumps({"error": f"{type(error).__name__}: {error}"}), flush=True)
