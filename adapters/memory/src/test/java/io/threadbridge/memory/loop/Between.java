package io.threadbridge.memory.loop;

import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Stands between the loop and everything it calls, and lets a test interfere there.
final class Between {
  /// Makes a call, or does something else.
  interface Trouble {
    @Nullable Object around(String port, String call, Real real);
  }

  /// The call itself.
  interface Real {
    @Nullable Object make();
  }

  private static final Trouble NONE = (_, _, real) -> real.make();

  private volatile Trouble trouble = NONE;

  /// Interferes with every call from now on.
  void begin(Trouble other) {
    trouble = other;
  }

  /// Interferes no more.
  void end() {
    trouble = NONE;
  }

  /// Counts the calls to keepers.
  AtomicInteger countKeeperCalls() {
    AtomicInteger count = new AtomicInteger();
    begin(
        (port, _, real) -> {
          if (isKeeper(port)) {
            count.incrementAndGet();
          }
          return real.make();
        });
    return count;
  }

  /// The keepers are away from the `first` call (counted from 1) for `length` calls; if `done`, the
  /// first of them is carried out and only its answer is lost.
  void storeAway(int first, int length, boolean done) {
    AtomicInteger count = new AtomicInteger();
    begin(
        (port, call, real) -> {
          int number = isKeeper(port) ? count.incrementAndGet() : 0;
          if (number < first || number >= first + length) {
            return real.make();
          }
          if (done && number == first) {
            real.make();
          }
          throw new StoreUnavailable("away at call " + number + ", " + call);
        });
  }

  /// The worker dies instead of making this call.
  void dieBefore(String wanted) {
    begin(
        (_, call, real) -> {
          if (call.equals(wanted)) {
            end();
            throw new WorkerDied("before " + call);
          }
          return real.make();
        });
  }

  /// The worker dies when it has made this call.
  void dieAfter(String wanted) {
    begin(
        (_, call, real) -> {
          Object answer = real.make();
          if (call.equals(wanted)) {
            end();
            throw new WorkerDied("after " + call);
          }
          return answer;
        });
  }

  /// Something else happens once, just before this call has its effect.
  void justBefore(String wanted, Runnable happening) {
    begin(
        (_, call, real) -> {
          if (call.equals(wanted)) {
            end();
            happening.run();
          }
          return real.make();
        });
  }

  /// The next so many saves find that somebody was faster.
  void somebodyIsFaster(int times) {
    AtomicInteger left = new AtomicInteger(times);
    begin(
        (_, call, real) ->
            call.equals("save") && left.getAndDecrement() > 0
                ? Saved.SOMEBODY_WAS_FASTER
                : real.make());
  }

  private static boolean isKeeper(String port) {
    return !port.equals("TeamChat");
  }

  /// The same port with this in between.
  <T> T of(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) ->
                trouble.around(
                    port.getSimpleName(), method.getName(), () -> call(real, method, arguments))));
  }

  private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(method.getName(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(method.getName(), e);
    }
  }
}
