module example.com/worker

go 1.26

require (
	github.com/confluentinc/confluent-kafka-go/v2 v2.3.0
	github.com/mattn/go-sqlite3 v1.14.22
	golang.org/x/sync v0.7.0
)

require github.com/rogpeppe/go-internal v1.12.0 // indirect
