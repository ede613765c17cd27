package org.navette.files;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** JPEG files with something particular about them. */
public final class SampleJpeg {

    private SampleJpeg() {}

    public static byte[] of(int width, int height) throws IOException {
        return written(width, height, false);
    }

    public static byte[] progressive(int width, int height) throws IOException {
        return written(width, height, true);
    }

    private static byte[] written(int width, int height, boolean progressive) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.WHITE, width, height, Color.BLUE));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** The picture as a camera writes it that was held another way. */
    public static byte[] turned(byte[] jpeg, int orientation, ByteOrder order) {
        ByteBuffer exif = ByteBuffer.allocate(40).order(order);
        exif.put("Exif\0\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        exif.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        exif.putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return withSegment(jpeg, 0xE1, exif.array());
    }

    /** The picture with one more segment right at its beginning. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + content.length + 4);
        all.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2));
        return all.put(content).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** The first part of it. */
    public static byte[] cut(byte[] jpeg, double part) {
        return Arrays.copyOf(jpeg, (int) (jpeg.length * part));
    }

    /** The same data below a header that tells another size. */
    public static byte[] telling(byte[] jpeg, int width, int height) {
        byte[] other = jpeg.clone();
        int frame = 2;
        while ((other[frame + 1] & 0xFC) != 0xC0 || other[frame + 1] == (byte) 0xC4) {
            frame += 2 + ((other[frame + 2] & 0xFF) << 8 | other[frame + 3] & 0xFF);
        }
        ByteBuffer.wrap(other).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return other;
    }

    /** The last scan so many times more. */
    public static byte[] manyScans(byte[] jpeg, int times) {
        int last = jpeg.length - 2;
        while (jpeg[last] != (byte) 0xFF || jpeg[last + 1] != (byte) 0xDA) {
            last--;
        }
        byte[] scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + times * scan.length);
        all.put(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < times; i++) {
            all.put(scan);
        }
        return all.put(jpeg, jpeg.length - 2, 2).array();
    }
}
