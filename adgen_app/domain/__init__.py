"""Values that every part of AdGen speaks: frozen, validated, serialisable."""
