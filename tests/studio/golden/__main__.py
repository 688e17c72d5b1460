"""Draws the golden frames anew."""

import cv2

from tests.studio import golden

for style, ratio in golden.EACH:
    cv2.imwrite(str(golden.file(style, ratio)), golden.now(style, ratio), [cv2.IMWRITE_WEBP_QUALITY, 101])
