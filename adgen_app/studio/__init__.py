"""The studio: storyboard in, finished ad out. The only place that knows Skia, OpenCV, PyAV."""
