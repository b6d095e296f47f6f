package support.access.web;

import io.nayuki.qrcodegen.QrCode;
import java.util.Locale;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What one adds to an app for codes.
 *
 * @param key the secret in base 32, for those who type it
 * @param address the same for apps on this device (otpauth)
 * @param size of the picture's square in modules, with its quiet border
 * @param path the dark modules as an SVG path
 */
public record CodeAppOffer(String key, String address, int size, String path) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int BORDER = 4;

    static CodeAppOffer of(byte[] secret, String account) {
        String key = base32(secret);
        String address = UriComponentsBuilder.fromUriString("otpauth://totp/{label}?secret={key}&issuer={issuer}")
                .encode()
                .buildAndExpand("Service Center:" + account, key, "Service Center")
                .toUriString();
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        return new CodeAppOffer(grouped(key), address, code.size + 2 * BORDER, path(code));
    }

    private static String path(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append(String.format(Locale.ROOT, "M%d,%dh1v1h-1z", x + BORDER, y + BORDER));
                }
            }
        }
        return path.toString();
    }

    /** RFC 4648, section 6; 20 bytes need no padding. */
    private static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : secret) {
            buffer = (buffer << Byte.SIZE | next & 0xFF) & 0xFFFF;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt(buffer >> bits & 0x1F));
            }
        }
        return text.toString();
    }

    private static String grouped(String key) {
        return key.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
