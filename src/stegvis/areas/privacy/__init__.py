"""What participants can know and decide about what is kept about them: who has looked."""
