package org.askance.model.geometry;

/// Projection onto the directions of largest variance. Deterministic.
public final class PrincipalComponents {

    private static final int SWEEPS = 60;
    private static final double SMALL = 1e-12;

    private PrincipalComponents() {}

    /// `rows × dimension` to `rows × components`, centred; the largest coefficient of each direction is made
    /// positive, so that the picture does not flip from one time to the next.
    public static float[][] project(float[][] rows, int components) {
        if (rows.length == 0 || components > rows[0].length) {
            throw new IllegalArgumentException("rows of at least " + components + " dimensions are needed");
        }
        var mean = Vectors.mean(rows);
        var directions = directions(covariance(rows, mean), components);
        var projected = new float[rows.length][components];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < components; c++) {
                double sum = 0;
                for (int k = 0; k < mean.length; k++) {
                    sum += (rows[i][k] - mean[k]) * directions[c][k];
                }
                projected[i][c] = (float) sum;
            }
        }
        return projected;
    }

    private static double[][] covariance(float[][] rows, float[] mean) {
        int d = mean.length;
        var covariance = new double[d][d];
        var centred = new double[d];
        for (var row : rows) {
            for (int k = 0; k < d; k++) {
                centred[k] = row[k] - mean[k];
            }
            for (int a = 0; a < d; a++) {
                for (int b = a; b < d; b++) {
                    covariance[a][b] += centred[a] * centred[b];
                }
            }
        }
        for (int a = 0; a < d; a++) {
            for (int b = a; b < d; b++) {
                covariance[a][b] /= rows.length;
                covariance[b][a] = covariance[a][b];
            }
        }
        return covariance;
    }

    /// Jacobi's rotations on the symmetric matrix `a`, which is destroyed.
    private static double[][] directions(double[][] a, int count) {
        int d = a.length;
        var vectors = new double[d][d];
        for (int i = 0; i < d; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && offDiagonal(a) > SMALL; sweep++) {
            for (int p = 0; p < d; p++) {
                for (int q = p + 1; q < d; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
        var order = java.util.stream.IntStream.range(0, d).boxed()
                .sorted((i, j) -> Double.compare(a[j][j], a[i][i])).toList();
        var directions = new double[count][d];
        for (int c = 0; c < count; c++) {
            int largest = 0;
            for (int k = 0; k < d; k++) {
                directions[c][k] = vectors[k][order.get(c)];
                largest = Math.abs(directions[c][k]) > Math.abs(directions[c][largest]) ? k : largest;
            }
            double sign = Math.signum(directions[c][largest]);
            for (int k = 0; k < d; k++) {
                directions[c][k] *= sign;
            }
        }
        return directions;
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = i + 1; j < a.length; j++) {
                sum += a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (Math.abs(a[p][q]) < 1e-300) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        int d = a.length;
        for (int k = 0; k < d; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < d; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
        }
        for (int k = 0; k < d; k++) {
            double kp = vectors[k][p];
            double kq = vectors[k][q];
            vectors[k][p] = c * kp - s * kq;
            vectors[k][q] = s * kp + c * kq;
        }
    }
}
