import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Draws the program's icon, an eye looking askance, in every size: `java assets/icons/DrawIcons.java FOLDER`.
/// Run by hand after a change; what it writes is committed.
public final class DrawIcons {

    private static final Color NAVY = new Color(0x172a66);
    private static final Color LID = new Color(0x2f55bd);

    public static void main(String[] folder) throws IOException {
        for (int px : new int[]{16, 32, 64, 128, 256, 512}) {
            ImageIO.write(draw(px), "png", new File(folder[0], "askance-" + px + ".png"));
        }
    }

    /// Drawn on a board of 256 units.
    private static BufferedImage draw(int px) {
        var image = new BufferedImage(px, px, BufferedImage.TYPE_INT_ARGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(px / 256.0, px / 256.0);
        g.setPaint(new GradientPaint(0, 0, new Color(0x4c7fe0), 0, 256, new Color(0x2747a8)));
        g.fill(new RoundRectangle2D.Double(8, 8, 240, 240, 108, 108));
        var eye = new Path2D.Double();
        eye.moveTo(28, 142);
        eye.curveTo(62, 82, 194, 82, 228, 142);
        eye.curveTo(194, 202, 62, 202, 28, 142);
        g.setColor(Color.WHITE);
        g.fill(eye);
        var clipped = (Graphics2D) g.create();
        clipped.clip(eye);
        disc(clipped, 168, 140, 44, new Color(0xf2a33a));
        disc(clipped, 172, 139, 22, NAVY);
        disc(clipped, 180, 131, 7, Color.WHITE);
        var lid = new Path2D.Double();
        lid.moveTo(20, 60);
        lid.lineTo(236, 60);
        lid.lineTo(236, 120);
        lid.curveTo(176, 98, 80, 102, 20, 144);
        clipped.setColor(LID);
        clipped.fill(lid);
        clipped.dispose();
        var edge = new Path2D.Double();
        edge.moveTo(28, 140);
        edge.curveTo(74, 102, 170, 98, 226, 126);
        stroke(g, edge, 12, NAVY);
        var brow = new Path2D.Double();
        brow.moveTo(42, 90);
        brow.curveTo(88, 54, 164, 42, 214, 68);
        stroke(g, brow, 16, Color.WHITE);
        g.dispose();
        return image;
    }

    private static void disc(Graphics2D g, double x, double y, double radius, Color colour) {
        g.setColor(colour);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void stroke(Graphics2D g, Path2D path, float width, Color colour) {
        g.setColor(colour);
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
    }
}
