"""What is learnt from gold for the alignment: the weights of same measure, and how far its confidence reaches."""
