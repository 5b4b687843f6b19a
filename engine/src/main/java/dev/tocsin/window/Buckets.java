package dev.tocsin.window;

/** How a histogram cuts the numbers into buckets. Bucket numbers grow with the numbers. */
enum Buckets {
  /**
   * By exponent and the 7 leading bits behind it, without a logarithm (as HdrHistogram does): exact
   * below 128, from there on buckets of 0.4 to 0.8 % of their lower bound. Negative numbers mirror
   * positive ones.
   */
  LOGARITHMIC {
    @Override
    int of(long value) {
      return value >= 0 ? logarithmic(value) : -1 - logarithmic(~value);
    }

    @Override
    void of(long[] values, int size, int[] buckets, long[] range) {
      long least = Long.MAX_VALUE;
      long greatest = Long.MIN_VALUE;
      for (int i = 0; i < size; i++) {
        long value = values[i];
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        buckets[i] = of(value);
      }
      range[0] = least;
      range[1] = greatest;
    }

    @Override
    long low(int bucket) {
      return bucket >= 0 ? lowest(bucket) : ~(lowest(-bucket) - 1);
    }

    @Override
    long high(int bucket) {
      return bucket >= 0 ? lowest(bucket + 1) - 1 : ~lowest(-1 - bucket);
    }
  },
  /**
   * 0.001 wide between 0 and 1, for numbers in billionths; what lies outside falls into logarithmic
   * buckets of the distance.
   */
  SCORE {
    @Override
    void of(long[] values, int size, int[] buckets, long[] range) {
      long least = Long.MAX_VALUE;
      long greatest = Long.MIN_VALUE;
      for (int i = 0; i < size; i++) {
        long value = values[i];
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        buckets[i] = of(value);
      }
      range[0] = least;
      range[1] = greatest;
    }

    @Override
    int of(long value) {
      if (value < 0) {
        return -1 - logarithmic(~value);
      }
      long linear = value / WIDTH;
      return linear <= LAST ? (int) linear : LAST + 1 + logarithmic(value - (LAST + 1) * WIDTH);
    }

    @Override
    long low(int bucket) {
      if (bucket < 0) {
        return ~(lowest(-bucket) - 1);
      }
      return bucket <= LAST ? bucket * WIDTH : (LAST + 1) * WIDTH + lowest(bucket - LAST - 1);
    }

    @Override
    long high(int bucket) {
      long high = low(bucket + 1) - 1;
      return high < low(bucket) ? Long.MAX_VALUE : high; // the last bucket is cut short
    }
  };

  private static final long WIDTH = 1_000_000L;
  private static final int LAST = 1_000;
  private static final int BITS = 7;
  private static final int PER_EXPONENT = 1 << BITS;

  /** The bucket that a number falls into. */
  abstract int of(long value);

  /**
   * The buckets that the first so many numbers fall into.
   *
   * @param range takes the least and the greatest of them
   */
  abstract void of(long[] values, int size, int[] buckets, long[] range);

  /** The smallest number of a bucket. */
  abstract long low(int bucket);

  /** The largest number of a bucket. */
  abstract long high(int bucket);

  /** The number that stands for a bucket: its middle. */
  long middle(int bucket) {
    long low = low(bucket);
    return low + ((high(bucket) - low) >> 1);
  }

  private static int logarithmic(long value) {
    if (value < PER_EXPONENT) {
      return (int) value;
    }
    int shift = 63 - Long.numberOfLeadingZeros(value) - BITS;
    return ((shift + 1) << BITS) + (int) ((value >>> shift) & (PER_EXPONENT - 1));
  }

  private static long lowest(int bucket) {
    if (bucket < PER_EXPONENT) {
      return bucket;
    }
    int shift = (bucket >> BITS) - 1;
    return (long) (PER_EXPONENT + (bucket & (PER_EXPONENT - 1))) << shift;
  }
}
