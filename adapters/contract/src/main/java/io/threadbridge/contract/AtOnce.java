package io.threadbridge.contract;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Calls something from several threads in the same instant.
final class AtOnce {
  private static final int SECONDS_MAX = 20;

  private AtOnce() {}

  /// The answers of `count` calls, each given its number from 0.
  static <T> List<T> call(int count, IntFunction<T> what) {
    CyclicBarrier start = new CyclicBarrier(count);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> calls =
          IntStream.range(0, count)
              .<Callable<T>>mapToObj(
                  number ->
                      () -> {
                        start.await(SECONDS_MAX, TimeUnit.SECONDS);
                        return what.apply(number);
                      })
              .toList();
      return threads.invokeAll(calls, SECONDS_MAX, TimeUnit.SECONDS).stream()
          .map(AtOnce::answer)
          .toList();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while calling", interrupted);
    }
  }

  private static <T> T answer(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      throw new AssertionError("one of the calls failed", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while calling", interrupted);
    }
  }
}
