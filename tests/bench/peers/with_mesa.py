"""The push by Mesa 3, in two forms: agents that post go along a list of their followers' trust; or every consumer is an agent as
well, which is told of each post and keeps its own trust in each author, as models in Mesa are written."""
import sys

import workload


def run(work, seconds, _threads, path, form):
    """form: lists or agents."""
    sys.path.insert(0, str(path))
    import mesa

    class Author(mesa.Agent):
        def __init__(self, model, number):
            super().__init__(model)
            begin, end = int(work.offsets[number]), int(work.offsets[number + 1])
            self.followers = end - begin
            self.trust = [workload.FIRST_TRUST] * self.followers if form == "lists" else None
            self.consumers = [model.consumer(follower) for follower in work.rows[begin:end].tolist()] if form == "agents" else None
            for consumer in self.consumers or []:
                consumer.trust[self] = workload.FIRST_TRUST

        def along_lists(self):
            trust, draw, above, kept = self.trust, self.random.random, workload.SEEN_ABOVE, workload.KEPT_TRUST
            for edge in range(len(trust)):
                if draw() * trust[edge] > above:
                    trust[edge] *= kept
                    self.model.seen += 1

        def along_agents(self):
            for consumer in self.consumers:
                consumer.see(self)

        def step(self):
            self.along_lists() if form == "lists" else self.along_agents()
            self.model.deliveries += self.followers

    class Consumer(mesa.Agent):
        def __init__(self, model):
            super().__init__(model)
            self.trust = {}  # by author

        def see(self, author):
            if self.random.random() * self.trust[author] > workload.SEEN_ABOVE:
                self.trust[author] *= workload.KEPT_TRUST
                self.model.seen += 1

    class Market(mesa.Model):
        def __init__(self):
            super().__init__(seed=1)
            self.deliveries = self.seen = 0
            self.consumers = {}
            numbers = sorted({int(author) for day in work.posts for author in day})
            self.authors = {number: Author(self, number) for number in numbers}

        def consumer(self, number):
            if number not in self.consumers:
                self.consumers[number] = Consumer(self)
            return self.consumers[number]

        def step(self):
            today = [self.authors[int(author)] for author in work.posts[self.steps - 1]]
            mesa.agent.AgentSet(today, random=self.random).shuffle_do("step")

    market = Market()

    def run_day(_day):
        before = market.deliveries, market.seen
        market.step()
        return market.deliveries - before[0], market.seen - before[1]

    return workload.until(seconds, work.days, run_day)
