"""The vocabulary: frozen values and enums, no input or output, no clock."""
