// The push by MASON: every account that posts is a Steppable. Either its trust is an array of its
// own, or it goes along the edges of MASON's Network. Threads each have a part of a day's posts and
// a generator of their own (ParallelSequence).
//   java Push <folder> <days> <seconds> <threads> <arrays|network>
import ec.util.MersenneTwisterFast;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import sim.engine.ParallelSequence;
import sim.engine.SimState;
import sim.engine.Steppable;
import sim.field.network.Edge;
import sim.field.network.Network;
import sim.util.Bag;

public final class Push {
  static final float FIRST_TRUST = 0.8f;
  static final float SEEN_ABOVE = 0.64f;
  static final float KEPT_TRUST = 1 - 1f / 1024;

  /** What one thread has counted, with its generator. */
  static final class Part implements Steppable {
    final MersenneTwisterFast random;
    Account[] today = {};
    long deliveries;
    long seen;

    Part(int seed) {
      random = new MersenneTwisterFast(seed);
    }

    @Override
    public void step(SimState state) {
      for (Account account : today) account.post(this);
    }
  }

  interface Account {
    void post(Part part);
  }

  static final class WithArray implements Account {
    final float[] trust;

    WithArray(int followers) {
      trust = new float[followers];
      java.util.Arrays.fill(trust, FIRST_TRUST);
    }

    @Override
    public void post(Part part) {
      for (int i = 0; i < trust.length; i++) {
        if (part.random.nextFloat() * trust[i] > SEEN_ABOVE) {
          trust[i] *= KEPT_TRUST;
          part.seen++;
        }
      }
      part.deliveries += trust.length;
    }
  }

  static final class Trust {
    float value = FIRST_TRUST;
  }

  static final class InNetwork implements Account {
    final Network network;

    InNetwork(Network network) {
      this.network = network;
    }

    @Override
    public void post(Part part) {
      Bag edges = network.getEdgesOut(this);
      for (int i = 0; i < edges.numObjs; i++) {
        Trust trust = (Trust) ((Edge) edges.objs[i]).info;
        if (part.random.nextFloat() * trust.value > SEEN_ABOVE) {
          trust.value *= KEPT_TRUST;
          part.seen++;
        }
      }
      part.deliveries += edges.numObjs;
    }
  }

  static ByteBuffer read(String folder, String name) throws IOException {
    try (FileChannel file = FileChannel.open(Path.of(folder, name))) {
      ByteBuffer bytes = ByteBuffer.allocate((int) file.size()).order(ByteOrder.nativeOrder());
      while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
      return bytes.flip().order(ByteOrder.nativeOrder());
    }
  }

  static Account[] accounts(String folder, int[] posts, boolean network) throws IOException {
    ByteBuffer offsets = read(folder, "offsets.u64");
    ByteBuffer rows = network ? read(folder, "rows.u32") : null;
    Account[] accounts = new Account[offsets.remaining() / 8 - 1];
    Network follows = new Network(true);
    Object[] others = new Object[network ? accounts.length : 0];
    for (int author : posts) {
      if (accounts[author] != null) continue;
      long begin = offsets.getLong(8 * author);
      long end = offsets.getLong(8 * author + 8);
      if (!network) {
        accounts[author] = new WithArray((int) (end - begin));
        continue;
      }
      accounts[author] = new InNetwork(follows);
      for (long edge = begin; edge < end; edge++) {
        int follower = rows.getInt((int) (4 * edge));
        if (others[follower] == null) others[follower] = new Object();
        follows.addEdge(accounts[author], others[follower], new Trust());
      }
    }
    return accounts;
  }

  public static void main(String[] words) throws IOException {
    String folder = words[0];
    int days = Integer.parseInt(words[1]);
    double limit = Double.parseDouble(words[2]);
    int threads = Integer.parseInt(words[3]);
    ByteBuffer bytes = read(folder, "posts.u32");
    int[] posts = new int[bytes.remaining() / 4];
    bytes.asIntBuffer().get(posts);
    Account[] accounts = accounts(folder, posts, words[4].equals("network"));

    SimState state = new SimState(1);
    Part[] parts = new Part[threads];
    for (int i = 0; i < threads; i++) parts[i] = new Part(i + 1);
    int each = posts.length / days;
    int[] day = {0};
    ParallelSequence together = new ParallelSequence(parts);
    state.schedule.scheduleRepeating(
        now -> {
          for (int t = 0; t < threads; t++) {
            int from = day[0] * each + each * t / threads;
            int to = day[0] * each + each * (t + 1) / threads;
            parts[t].today = new Account[to - from];
            for (int n = from; n < to; n++) parts[t].today[n - from] = accounts[posts[n]];
          }
          together.step(now);
        });
    StringBuilder daySeconds = new StringBuilder();
    double seconds = 0;
    while (day[0] < days && seconds <= limit) {
      long start = System.nanoTime();
      state.schedule.step(state);
      double took = 1e-9 * (System.nanoTime() - start);
      daySeconds.append(day[0] == 0 ? "" : ", ").append(took);
      seconds += took;
      day[0]++;
    }
    long deliveries = 0;
    long seen = 0;
    for (Part part : parts) {
      deliveries += part.deliveries;
      seen += part.seen;
    }
    System.out.printf(
        java.util.Locale.ROOT,
        "{\"days\": %d, \"deliveries\": %d, \"seen\": %d, \"day_seconds\": [%s]}%n",
        day[0], deliveries, seen, daySeconds);
    System.exit(0); // ParallelSequence keeps its threads
  }
}
