"""The studio: storyboard in, finished ad out; the only place that knows Skia, OpenCV, PyAV."""
