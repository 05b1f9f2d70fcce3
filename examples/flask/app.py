import os

import bcrypt
import redis
from flask import Flask, abort, jsonify, request
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    email = db.Column(db.String(255), unique=True, nullable=False)
    password = db.Column(db.String(60), nullable=False)


def create():
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get("DATABASE_URL", "postgresql://postgres@db/app")
    app.config["SQLALCHEMY_TRACK_MODIFICATIONS"] = False
    db.init_app(app)
    cache = redis.Redis.from_url(os.environ.get("REDIS_URL", "redis://cache"))

    @app.route("/health")
    def health():
        return jsonify(status="ok")

    @app.route("/visits", methods=["POST"])
    def visit():
        return jsonify(visits=cache.incr("visits"))

    @app.route("/users", methods=["POST"])
    def register():
        body = request.get_json(silent=True) or {}
        if not body.get("email") or not body.get("password"):
            abort(400)
        secret = bcrypt.hashpw(body["password"].encode("utf-8"), bcrypt.gensalt())
        user = User(email=body["email"], password=secret.decode("ascii"))
        db.session.add(user)
        db.session.commit()
        return jsonify(id=user.id), 201

    return app
