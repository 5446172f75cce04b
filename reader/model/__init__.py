"""The shared parsed-document model: one immutable text, spans of offsets for everything else."""
