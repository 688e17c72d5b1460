"""Pictures as arrays."""

import numpy as np
from numpy.typing import NDArray

Frame = NDArray[np.uint8]
"""BGRA, height x width x 4."""
