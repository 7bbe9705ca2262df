"""The letters by mail: for anybody who asks, and for subscribers by the key in their mails."""
