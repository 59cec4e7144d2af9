"""The web channel: sessions, messages over HTTP and WebSocket, as the HTTP contract states."""
